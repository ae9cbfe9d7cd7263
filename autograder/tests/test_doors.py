"""Two doors to the sandbox, and an ordinary kernel: the same outputs."""

import re

import nbformat
import pytest
from nbclient import NotebookClient
from nbclient.exceptions import DeadKernelError

from autograder.bootstrap import KERNEL, SANDBOX_KERNEL
from autograder.session import Limits, Session

CELLS = {
    "value": "6 * 7",
    "print and value": "print('a')\nprint('b')\n'c'",
    "standard error": "import sys\nprint('x', file=sys.stderr)",
    "both streams": (
        "import sys\nprint(1)\nprint(2, file=sys.stderr)\nprint(3)"
    ),
    "traceback": "def f(x):\n    return 1 / x\n\nf(0)",
    "syntax error": "def f(:",
    "own error": "class Odd(ValueError):\n    pass\n\nraise Odd('what')",
    "figure": "import matplotlib.pyplot as plt\nplt.plot([1, 2])\nplt.show()",
    "figure at the end": "fig, ax = plt.subplots()\nax.plot([3, 1]);",
    "html": "from IPython.display import HTML, display\ndisplay(HTML('<b>'))",
    "rich value": "HTML('<i>')",
    "update": (
        "handle = display(HTML('1'), display_id=True)\n"
        "handle.update(HTML('2'))"
    ),
    "clear": "print('old')\nfrom IPython.display import clear_output\n"
    "clear_output()\nprint('new')",
    "clear at the next": "print('old')\nclear_output(wait=True)\nprint('new')",
    "await": "import asyncio\nawait asyncio.sleep(0)\n'slept'",
    "thread": "import threading\nt = threading.Thread(target=print, "
    "args=('from a thread',))\nt.start()\nt.join()",
    "past Python": "import os\nos.write(1, b'raw\\n')",
    "time": "%%time\nkept = 3",
    "kept": "kept",
    "names": "__name__, In[1]",
    "arrays": "import numpy as np\nnp.arange(3.0)",
    "nothing": "x = 1",
}
# An ordinary kernel prints how long it took, and lets what is written past
# Python go to the terminal of whoever started it.
DIFFERENT = {"time", "past Python"}


def notebook():
    """A notebook of all the cells."""
    cells = [nbformat.v4.new_code_cell(text) for text in CELLS.values()]
    return nbformat.v4.new_notebook(cells=cells)


def through_client(kernel):
    """Outputs by way of nbclient."""
    nb = notebook()
    client = NotebookClient(
        nb, kernel_name=kernel, allow_errors=True, timeout=60
    )
    client.execute()
    return outputs(nb)


def through_session():
    """Outputs by the batch grader's way."""
    nb = notebook()
    with Session(nb, {}, Limits(cell=60)) as session:
        session.start()
        assert session.run.flags == []
    return outputs(nb)


def outputs(nb):
    """What each cell says, without what may differ from run to run."""
    return {
        name: [comparable(output) for output in by_stream(cell.outputs)]
        for name, cell in zip(CELLS, nb.cells, strict=True)
    }


def by_stream(said):
    """Join each stream: an ordinary kernel sends one after the other."""
    joined = {}
    for output in said:
        if output.output_type == "stream":
            text = joined.get(output.name, "") + output.text
            joined[output.name] = text
    streams = [
        nbformat.v4.new_output("stream", name=name, text=joined[name])
        for name in sorted(joined)
    ]
    return streams + [o for o in said if o.output_type != "stream"]


def comparable(output):
    """An output as plain data."""
    if output.output_type == "stream":
        return output.name, output.text
    if output.output_type == "error":
        lines = "\n".join(output.traceback).splitlines()
        text = "\n".join(line.rstrip("-") for line in lines)
        text = re.sub(r"\x1b\[[0-9;]*m", "", text)
        text = re.sub(r"<ipython-input[^>]*>|/tmp/ipykernel\S*", "", text)
        text = re.sub(r"\s+", " ", text)
        return output.ename, re.sub(r" \d+(?= )", "", text)  # empty lines
    kinds = sorted(output.data)
    return output.output_type, kinds, output.data.get("text/plain")


@pytest.fixture(scope="module")
def ordinary():
    """Outputs of the student's Python in an ordinary kernel."""
    return through_client(KERNEL)


@pytest.mark.parametrize(
    "door", [through_session, lambda: through_client(SANDBOX_KERNEL)]
)
def test_outputs_are_those_of_an_ordinary_kernel(ordinary, door):
    found = door()
    for name in CELLS:
        if name not in DIFFERENT:
            assert found[name] == ordinary[name], name
    assert found["kept"] == [("execute_result", ["text/plain"], "3")]
    assert found["past Python"] == [
        ("stdout", "raw\n"),
        ("execute_result", ["text/plain"], "4"),
    ]


def test_streams_keep_their_order():
    nb = nbformat.v4.new_notebook(
        cells=[nbformat.v4.new_code_cell(CELLS["both streams"])]
    )
    with Session(nb, {}, Limits(cell=60)) as session:
        session.start()
    said = [(o.name, o.text) for o in nb.cells[0].outputs]
    assert said == [("stdout", "1\n"), ("stderr", "2\n"), ("stdout", "3\n")]


def test_a_cell_that_ends_the_process_is_a_dead_kernel():
    """And the client is told, as of any kernel that dies."""
    cells = ["before = 1", "import os\nos._exit(3)", "after = 1"]
    nb = nbformat.v4.new_notebook(
        cells=[nbformat.v4.new_code_cell(text) for text in cells]
    )
    client = NotebookClient(nb, kernel_name=SANDBOX_KERNEL, timeout=20)
    with pytest.raises(DeadKernelError):
        client.execute()


def test_a_cell_that_does_not_end_is_interrupted():
    cells = ["while True:\n    pass", "'still here'"]
    nb = nbformat.v4.new_notebook(
        cells=[nbformat.v4.new_code_cell(text) for text in cells]
    )
    client = NotebookClient(
        nb,
        kernel_name=SANDBOX_KERNEL,
        timeout=1,
        interrupt_on_timeout=True,
        allow_errors=True,
    )
    client.execute()
    assert nb.cells[0].outputs[0].ename == "KeyboardInterrupt"
    assert nb.cells[1].outputs[0].data["text/plain"] == "'still here'"


def test_the_kernel_is_behind_the_wall():
    """No other process, no file of ours, no network."""
    text = (
        "import os, socket\n"
        "s = socket.socket()\n"
        "s.settimeout(1)\n"
        "os.getpid(), os.listdir('/proc'), os.path.exists('/usr/bin'), "
        "s.connect_ex(('127.0.0.1', 9))"
    )
    nb = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(text)])
    NotebookClient(nb, kernel_name=SANDBOX_KERNEL, timeout=20).execute()
    shown = nb.cells[0].outputs[0].data["text/plain"]
    assert shown.startswith("(1, ['cpuinfo'], False, "), shown
    assert not shown.endswith(" 0)"), shown
