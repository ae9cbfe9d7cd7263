"""Instant checks: run an answer on cases and say what to do next.

The same properties run here on visible cases and at grading on hidden
ones; there the implementation is a function in another process.

Assignment: given.
"""

import contextlib
import html
import importlib
import io
import pathlib
import sys
import traceback
from dataclasses import replace

from chainrule import properties
from chainrule.cases import NoAnswer, OutOfTime, Source, Verdict
from chainrule.compare import Mismatch, Partial
from chainrule.properties import error_name

LONGEST = 2000  # characters of a message: it may quote an answer
GIVEN = ("cases", "checks", "compare", "properties", "count", "data", "show")


class NotAnswered(NotImplementedError):
    """An exercise is not answered yet; IPython says so in one line."""

    def _render_traceback_(self):
        return [f"{type(self).__name__}: {self}"]


def find_property(name):
    """Find a property: "value", or "ps1.slopes" for one set's own."""
    problem_set, _, own = name.rpartition(".")
    if not problem_set:
        return getattr(properties, name)
    return getattr(
        importlib.import_module(f"chainrule.visible.{problem_set}"), own
    )


def judge(case, *implementations):
    """Run one case and return its verdict; never raise for the answer."""
    outcome, message, detail, earned = "pass", "", "", 1.0
    try:
        find_property(case.check)(case, *implementations)
    except (Mismatch, Partial) as found:
        earned = getattr(found, "fraction", 0.0)
        outcome = "part" if earned else "fail"
        message, detail = found.message, found.detail
    except (OutOfTime, NoAnswer) as error:
        late = isinstance(error, OutOfTime)
        outcome, earned = "timeout" if late else "unanswered", 0.0
        message = str(error) or "not answered yet"
    except (Exception, SystemExit) as error:
        name, earned = error_name(error), 0.0
        outcome, message = "unanswered", str(error)
        if name != "NotImplementedError":
            text = f"{name}: {error}{line_of(error)}"[:500]
            outcome, message = "error", f"the call raised {text}"
    message, detail = message[:LONGEST], detail[:LONGEST]
    return Verdict(
        case.criterion, outcome, message, detail, earned, case.label
    )


def line_of(error):
    """Where an error of this process came from, if a student wrote it."""
    place = ""
    if hasattr(error, "remote_name"):
        return place  # its text says where, in the process it came from
    for frame in traceback.extract_tb(error.__traceback__):
        path = frame.filename.replace("\\", "/")
        if is_own(path):
            _, module, name = path.rpartition("/chainrule/")
            file = f"{name}, " if module else ""
            place = f" ({file}line {frame.lineno})"
    return place


def is_own(path):
    """Whether a file, or a notebook's cell, is the student's to change."""
    if "site-packages" in path or "/lib/python" in path:
        return False
    _, module, name = path.rpartition("/chainrule/")
    if module:  # the package's folders hold nothing but what is given
        return "/" not in name and name.removesuffix(".py") not in GIVEN
    return not path.startswith("<") or "ipython-input" in path


def evaluate(exercise, implementations, cases):
    """Run all cases on the implementations, one for each answer name."""
    answers = dict(zip(exercise.answers, implementations, strict=True))
    verdicts = []
    for case in cases:
        bound = replace(
            case,
            arguments=tuple(
                a.bind(answers) if isinstance(a, Source) else a
                for a in case.arguments
            ),
        )
        chosen = case.options.get("answers", exercise.answers)
        verdicts.append(judge(bound, *(answers[name] for name in chosen)))
    return verdicts


def score(exercise, verdicts):
    """Points earned by all criteria."""
    return round(sum(criterion_scores(exercise, verdicts).values()), 4)


def criterion_scores(exercise, verdicts):
    """Points earned by each criterion: what its worst case leaves.

    A refinement, such as leaving the input unchanged, earns nothing
    unless another criterion does: an empty function is well-behaved, too.
    """
    scores = {
        criterion: _earned(criterion, points, verdicts)
        for criterion, points in exercise.points.items()
    }
    refinements = set(exercise.points) - {
        case.criterion
        for case in exercise.cases
        if not hasattr(find_property(case.check), "refinement")
    }
    if not any(scores[c] for c in scores if c not in refinements):
        scores = {c: 0.0 if c in refinements else scores[c] for c in scores}
    return scores


def _earned(criterion, points, verdicts):
    shares = [v.earned for v in verdicts if v.criterion == criterion]
    return round(points * min(shares, default=0.0), 4)


def exercise_of(name):
    """Find an exercise by its name, for example "ps1-jacobian"."""
    module = importlib.import_module(
        f"chainrule.visible.{name.partition('-')[0]}"
    )
    return module.EXERCISES[name]


def run(name, *implementations, hidden=()):
    """Check an answer and report, criterion by criterion.

    Args:
        name: The exercise, for example "ps1-jacobian".
        *implementations: Your functions, in the order the text names.
        hidden: Further cases, at grading without the wall.

    Returns:
        report: A Report; it reads as a number of points.

    Raises:
        NotImplementedError: If the exercise is not answered yet.
    """
    exercise = exercise_of(name)
    require_readable(implementations)
    with contextlib.redirect_stderr(io.StringIO()), quiet_display():
        shown = evaluate(exercise, implementations, exercise.cases)
        unseen = evaluate(exercise, implementations, hidden)
    if all(v.outcome == "unanswered" for v in shown + unseen):
        text = shown[0].message
        raise NotAnswered(
            text if name in text else f"{name} is not answered yet"
        )
    return Report(name, exercise, shown, unseen)


def require_readable(implementations):
    """Raise if the file of an answer cannot be read as Python.

    After a failed reload the notebook would still hold the old answer.
    """
    for answer in implementations:
        code = getattr(answer, "__code__", None)
        path = pathlib.Path(getattr(code, "co_filename", ""))
        if path.suffix != ".py" or not path.is_file():
            continue
        try:
            compile(path.read_text("utf-8"), path.name, "exec")
        except SyntaxError as error:
            raise SyntaxError(
                f"{path.name}, line {error.lineno}: {error.msg}. Repair the "
                "file and save it; until then the notebook still holds the "
                "version before"
            ) from None


@contextlib.contextmanager
def quiet_display():
    """Keep a called function from displaying anything as a result."""
    hook, sys.displayhook = sys.displayhook, lambda _: None
    try:
        yield
    finally:
        sys.displayhook = hook


class Report:
    """The outcome of `run`: a number of points that explains itself."""

    def __init__(self, name, exercise, shown, hidden=()):
        self.name, self.exercise = name, exercise
        self.shown, self.hidden = list(shown), list(hidden)

    @property
    def points(self):
        """() points earned."""
        return score(self.exercise, self.shown + self.hidden)

    def lines(self):
        """One line for each criterion: mark, name, points, message."""
        scores = criterion_scores(self.exercise, self.shown + self.hidden)
        return [
            criterion_line(criterion, points, got, self.shown, self.hidden)
            for (criterion, points), got in zip(
                self.exercise.points.items(), scores.values()
            )
        ]

    def __repr__(self):
        return repr(self.points)

    def _repr_html_(self):
        total = sum(self.exercise.points.values())
        head = f"<b>{self.name}: {self.points:g} of {total:g} points</b>"
        lines = html.escape("\n".join(self.lines()))
        return f"{head}<pre style='margin:0'>{lines}</pre>"


def criterion_line(criterion, points, got, shown, hidden):
    """What a report says about one criterion: its first failed case."""
    head = f"{criterion} ({got:g} of {points:g})"
    for verdicts, where in ((shown, ""), (hidden, " (hidden case)")):
        for verdict in verdicts:
            if verdict.criterion == criterion and verdict.outcome != "pass":
                label = f" [{verdict.label}]" if verdict.label else ""
                text = f"✗ {head}{where}{label}: {verdict.message}"
                if verdict.detail and not where:
                    text += f"\n    {verdict.detail}"
                return text
    if got < points:
        return f"✗ {head}: it counts once another part is right"
    return f"✓ {head}"
