"""Find the files of a set in the folder that a student handed in.

Browsers and mail programs rename files, archives wrap folders. What can be
told apart is taken, and a flag says so.
"""

import re
from pathlib import Path

from autograder.messages import printable
from autograder.submission import (
    Refused,
    module_file,
    read_code,
    read_notebook,
)
from autograder.syllabus import ProblemSet

MOST_LEVELS = 3  # folders that an archive may have put around the files
MOST_LISTED = 5


def shown(name: str) -> str:
    """A file's name, as a person may read it: one line, no odd signs."""
    text = name.encode("utf-8", "replace").decode("utf-8")
    return printable(text).replace("\n", "\N{REPLACEMENT CHARACTER}")[:80]


def innermost(folder: Path) -> tuple[Path, tuple[str, ...]]:
    """The folder that holds the notebooks, if only folders are around it.

    Returns:
        folder: The same, or the only one inside it, and so on.
        flags: Where the files were.
    """
    found = folder
    for _ in range(MOST_LEVELS):
        inside = [p for p in found.iterdir() if p.name[0] not in "._"]
        if len(inside) != 1 or inside[0].is_symlink():
            break
        if not inside[0].is_dir() or inside[0].name == "chainrule":
            break
        found = inside[0]
    if found == folder or not _notebooks(found):
        return folder, ()
    place = shown(str(found.relative_to(folder)))
    return found, (f"the files were in the folder {place}",)


def notebooks_of(
    problem_set: ProblemSet, folder: Path
) -> tuple[dict[str, Path], tuple[str, ...]]:
    """The notebooks of the set, even one that was renamed.

    Raises:
        Refused: If one is not there.
    """
    files = {n: folder / f"{n}.ipynb" for n in problem_set.notebooks}
    missing = [n for n, path in files.items() if not path.exists()]
    others = sorted(set(_notebooks(folder)) - set(files.values()))
    flags = []
    for name in missing:
        matching = [p for p in others if _holds(p, problem_set, name)]
        if len(matching) != 1:
            names = ", ".join(shown(p.name) for p in others[:MOST_LISTED])
            raise Refused(
                f"{name}.ipynb is missing, and the folder holds "
                f"{names or 'no other notebook'}: hand in the whole folder, "
                f"with your notebook in it under the name {name}.ipynb; "
                "then hand it in again"
            )
        files[name] = matching[0]
        flags.append(f"{shown(matching[0].name)} was taken for {name}.ipynb")
    return files, tuple(flags)


def modules_of(
    problem_set: ProblemSet, folder: Path
) -> tuple[dict[str, Path], tuple[str, ...]]:
    """This set's modules, even one that was renamed or has moved."""
    files, flags = {}, []
    for name in problem_set.modules:
        path = module_file(folder, name)
        if path is None:
            matching = [
                p for p in _programs(folder, name) if _defines(p, problem_set)
            ]
            if len(matching) != 1:
                continue
            path = matching[0]
            where = shown(str(path.relative_to(folder)))
            flags.append(f"{where} was taken for chainrule/{name}.py")
        files[name] = path
    return files, tuple(flags)


def unread(folder: Path, taken: set[Path], release: Path) -> tuple[str, ...]:
    """Flag programs that were handed in beside what is graded."""
    found = [*folder.iterdir(), *(folder / "chainrule").glob("*.py")]
    names = [
        str(path.relative_to(folder))
        for path in sorted(set(found) - taken)
        if path.suffix.lower() in (".py", ".ipynb", ".pth")
        and not (release / path.relative_to(folder)).exists()
    ]
    if not names:
        return ()
    left = len(names) - MOST_LISTED
    more = f" and {left} more" if left > 0 else ""
    listed = ", ".join(map(shown, names[:MOST_LISTED]))
    return (f"handed in, but not read: {listed}{more}",)


def _notebooks(folder: Path) -> list[Path]:
    """Files that may be notebooks, whatever a browser made of the name."""
    return [
        p for p in folder.iterdir() if ".ipynb" in p.name.lower() if _plain(p)
    ]


def _programs(folder: Path, module: str) -> list[Path]:
    """Files that may be a module: by their names, here or one below."""
    folders = [p for p in folder.iterdir() if p.is_dir()]
    packages = [p for p in folders if p.name.casefold() == "chainrule"]
    return [
        path
        for place in (folder, *packages)
        if not place.is_symlink()
        for path in place.iterdir()
        if path.name.casefold().startswith(module.casefold())
        if ".py" in path.name.lower() and _plain(path)
    ]


def _plain(path: Path) -> bool:
    return path.is_file() and not path.is_symlink()


def _holds(path: Path, problem_set: ProblemSet, notebook: str) -> bool:
    """Whether a file holds most of the exercises of a notebook."""
    try:
        text = read_notebook(path)
    except Refused:
        return False
    wanted = [
        e.check_id for e in problem_set.exercises if e.notebook == notebook
    ]
    metadata = [c.metadata.get("nbgrader", {}) for c in text.cells]
    found = {m.get("grade_id") for m in metadata if isinstance(m, dict)}
    return 2 * sum(name in found for name in wanted) > len(wanted)


def _defines(path: Path, problem_set: ProblemSet) -> bool:
    """Whether a file defines a function that an exercise asks for."""
    try:
        text = read_code(path)
    except Refused:
        return False
    answers = [
        name
        for e in problem_set.automatic
        if e.module and path.name.casefold().startswith(e.module.casefold())
        for name in e.answers
    ]
    return any(re.search(rf"^def {a}\b", text, re.MULTILINE) for a in answers)
