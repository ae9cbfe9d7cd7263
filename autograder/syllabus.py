"""Read the order of the course from course/syllabus.toml."""

import tomllib
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from autograder.errors import UserError

ROOT = Path(__file__).resolve().parent.parent
GRADED = ("module", "cell", "hand")


class SyllabusError(UserError):
    """The syllabus says something that cannot be built."""


@dataclass(frozen=True)
class Exercise:
    """One exercise: where it is, what it asks for, what it is worth.

    Args:
        name: For example "ps1-jacobian"; also the answer's grade_id.
        notebook: The notebook that holds its check or its text.
        graded: "module", "cell" or "hand".
        points: Points at most.
        answers: Names that the student defines.
        module: The module that holds them, for graded = "module".
        minutes: Estimated time.
        difficulty: 1 to 3.
        numpy_only: Whether JAX must not be there to import.
        uses: Exercises whose answers this one calls. Where they are
            wrong, it is tried again with references in their place.
    """

    name: str
    notebook: str
    graded: str
    points: float
    answers: tuple[str, ...] = ()
    module: str = ""
    minutes: int = 0
    difficulty: int = 1
    numpy_only: bool = False
    uses: tuple[str, ...] = ()

    @property
    def check_id(self) -> str:
        """The grade_id of the cell that carries the points."""
        return self.name if self.graded == "hand" else f"{self.name}-check"


@dataclass(frozen=True)
class ProblemSet:
    """One problem set: its notebooks, new modules and exercises.

    Args:
        name: For example "ps1".
        title: What it is called.
        notebooks: Names of its notebooks, in order.
        modules: Modules that students fill in.
        exercises: Its exercises, in order.
        given: Modules that come ready with this set and with later ones.
    """

    name: str
    title: str
    notebooks: tuple[str, ...]
    modules: tuple[str, ...]
    exercises: tuple[Exercise, ...]
    given: tuple[str, ...] = ()

    @property
    def automatic(self) -> tuple[Exercise, ...]:
        """The exercises that the grader judges by itself."""
        return tuple(e for e in self.exercises if e.graded != "hand")

    def exercise(self, name: str) -> Exercise:
        """Find an exercise by its name."""
        return next(e for e in self.exercises if e.name == name)


@dataclass(frozen=True)
class Syllabus:
    """The whole course, in order."""

    course: str
    version: str
    title: str
    given: tuple[str, ...]
    sets: tuple[ProblemSet, ...]

    @cached_property
    def names(self) -> tuple[str, ...]:
        """Names of the problem sets, in order."""
        return tuple(s.name for s in self.sets)

    def problem_set(self, name: str) -> ProblemSet:
        """Find a set by name; say which there are if there is none."""
        for problem_set in self.sets:
            if problem_set.name == name:
                return problem_set
        raise SyllabusError(
            f"there is no problem set {name!r}; the syllabus has "
            + ", ".join(self.names)
        )

    def given_by(self, name: str) -> tuple[str, ...]:
        """Modules that students have as given by this set, dotted."""
        index = self.names.index(name)
        new = (m for s in self.sets[: index + 1] for m in s.given)
        return (*self.given, *new)

    def earlier_modules(self, name: str) -> tuple[str, ...]:
        """Modules of all sets before this one: references by now."""
        index = self.names.index(name)
        return tuple(m for s in self.sets[:index] for m in s.modules)


def load(path: Path = ROOT / "course" / "syllabus.toml") -> Syllabus:
    """Read and check the syllabus.

    Raises:
        SyllabusError: With the entry that is wrong and what to write.
    """
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise SyllabusError(
            f"{path.name} is not valid TOML: {error}"
        ) from None
    sets = tuple(_problem_set(entry) for entry in table["set"])
    course = table["course"]
    return Syllabus(
        course["id"],
        course["version"],
        course["title"],
        tuple(course["given"]),
        sets,
    )


def _problem_set(entry: dict[str, Any]) -> ProblemSet:
    exercises = tuple(
        _exercise(entry, item) for item in entry.get("exercise", [])
    )
    names = [e.name for e in exercises]
    for name in names:
        if names.count(name) > 1:
            raise SyllabusError(f"exercise {name!r} is listed twice")
    return ProblemSet(
        entry["name"],
        entry["title"],
        tuple(entry["notebooks"]),
        tuple(entry["modules"]),
        exercises,
        tuple(entry.get("given", ())),
    )


def _exercise(entry: dict[str, Any], item: dict[str, Any]) -> Exercise:
    lists = {k: tuple(item.get(k, ())) for k in ("answers", "uses")}
    item = {**item, **lists}
    try:
        exercise = Exercise(**item)
    except TypeError as error:
        raise SyllabusError(f"exercise {item.get('name')}: {error}") from None
    where = f"exercise {exercise.name!r}"
    if not exercise.name.startswith(entry["name"] + "-"):
        raise SyllabusError(f"{where} must begin with {entry['name']}-")
    if exercise.graded not in GRADED:
        raise SyllabusError(
            f"{where}: graded = {exercise.graded!r}, expected one of {GRADED}"
        )
    if exercise.notebook not in entry["notebooks"]:
        raise SyllabusError(
            f"{where}: notebook {exercise.notebook!r} is not in this set"
        )
    if exercise.graded == "module" and (
        exercise.module not in entry["modules"]
    ):
        raise SyllabusError(
            f"{where}: module {exercise.module!r} is not in this set"
        )
    if exercise.graded != "hand" and not exercise.answers:
        raise SyllabusError(f"{where} names no answers")
    known = [other["name"] for other in entry["exercise"]]
    for used in exercise.uses:
        if used not in known:
            raise SyllabusError(f"{where} uses {used!r}, which is not here")
    if exercise.points <= 0:
        raise SyllabusError(f"{where}: points must be above 0")
    return exercise
