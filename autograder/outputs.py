"""Keep what a cell printed within bounds, counted in bytes."""

import re
from typing import Any

import nbformat

MOST_TEXT = 20_000  # characters of one output
MOST_IMAGE = 2_000_000  # characters of one encoded image
MOST_OUTPUTS = 40
MOST_TOTAL = 8_000_000
SHOWN = frozenset(
    f"text/{kind}" for kind in ("plain", "html", "markdown", "latex")
) | frozenset(f"image/{kind}" for kind in ("png", "jpeg", "svg+xml"))
BASE64 = re.compile(r"[A-Za-z0-9+/=\s]*")
CUT = "\n… cut here: the output is too long"


def from_child(said: Any, count: int | None) -> list[Any]:
    """Outputs of a notebook from what a child says; never trusted.

    Args:
        said: What came through the wall: a list of tables, or anything.
        count: The execution count of the cell.

    Returns:
        outputs: Of nbformat, clipped; what has no such form is left out.
    """
    outputs = []
    for item in said if isinstance(said, list) else []:
        try:
            outputs.append(_output(item, count))
        except (KeyError, TypeError, AttributeError):
            continue
    return clip(outputs)


def _output(item: Any, count: int | None) -> Any:
    new = nbformat.v4.new_output
    match item["output_type"]:
        case "stream":
            name = "stderr" if item["name"] == "stderr" else "stdout"
            return new("stream", name=name, text=_text(item["text"]))
        case "error":
            return new(
                "error",
                ename=_text(item["ename"]),
                evalue=_text(item["evalue"]),
                traceback=[_text(line) for line in item["traceback"]],
            )
        case "execute_result" | "display_data" as kind:
            data = {
                str(mime): value
                for mime, value in item["data"].items()
                if type(value) is str
            }
            more = {"execution_count": count} if "result" in kind else {}
            return new(kind, data=data, **more)
    raise TypeError("no kind of output")


def _text(value: Any) -> str:
    if type(value) is not str:
        raise TypeError("not a text")
    return value


def clip(outputs: list[Any]) -> list[Any]:
    """Cut outputs that are too many, too long or too large.

    Args:
        outputs: The outputs of one cell.

    Returns:
        clipped: New outputs; text is cut, larger images are dropped, and
            so is what no page shows.
    """
    clipped, total = [], 0
    for output in outputs[:MOST_OUTPUTS]:
        output = _clip_one(output)
        if output.get("data") == {}:
            continue
        total += _size(output)
        if total > MOST_TOTAL:
            break
        clipped.append(output)
    if len(outputs) > MOST_OUTPUTS or total > MOST_TOTAL:
        clipped.append(
            nbformat.v4.new_output("stream", name="stdout", text=CUT.strip())
        )
    return clipped


def _clip_one(output: Any) -> Any:
    output = output.copy()
    if output.output_type == "stream":
        output["text"] = _cut(_joined(output.text))
    elif output.output_type == "error":
        output["ename"] = _cut(_joined(output.ename), 200)
        output["evalue"] = _cut(_joined(output.evalue))
        output["traceback"] = [_cut("\n".join(output.traceback))]
    else:
        output["data"] = {
            mime: _clip_data(mime, data)
            for mime, data in output.data.items()
            if mime in SHOWN
        }
        output["metadata"] = {}
    return output


def _clip_data(mime: str, data: Any) -> Any:
    text = _joined(data)
    if mime.startswith("image/"):
        plain = mime == "image/svg+xml" or BASE64.fullmatch(text)
        return text if plain and len(text) <= MOST_IMAGE else ""
    if mime == "text/html" and len(text) > MOST_IMAGE:
        return _cut("")
    return text if mime == "text/html" else _cut(text)


def _joined(text: Any) -> str:
    return "".join(text) if isinstance(text, list) else str(text)


def _cut(text: str, most: int = MOST_TEXT) -> str:
    return text if len(text) <= most else text[:most] + CUT


def _size(output: Any) -> int:
    if output.output_type == "stream":
        return len(output.text)
    if output.output_type == "error":
        return len(output.traceback[0])
    return sum(len(data) for data in output.data.values())
