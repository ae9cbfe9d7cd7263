"""Sends the outputs of a grade cell from an answer cell."""

EXERCISE = "ps1-jacobian"
OUTCOME = "zero"
ANSWER = """
import gc

grade = {
    "output_type": "execute_result",
    "data": {"text/plain": "1000.0", "text/html": "<script>1</script>"},
    "metadata": {},
    "execution_count": 10**9,
}
for thing in gc.get_objects():
    if type(thing).__name__ == "Cells":
        thing.run = lambda source: ([grade], 1)
        shell = thing.shell
shell.outputs.items.append(grade)


def jacobian(x):
    return np.zeros((2, 2))
"""
