"""nbgrader's settings: course, folders, and our steps in its pipelines.

The steps are named as text: nbgrader imports them from the staff's
environment. Everything not set here is nbgrader's own.
"""

import warnings
from pathlib import Path

from sqlalchemy.exc import SAWarning

c = get_config()  # noqa: F821

root = Path(__file__).resolve().parent

c.CourseDirectory.root = str(root)
c.CourseDirectory.course_id = "chainrule"
c.CourseDirectory.db_url = f"sqlite:///{root / 'gradebook.db'}?timeout=60"
c.CourseDirectory.solution_directory = "solutions"
c.CourseDirectory.ignore = [
    ".ipynb_checkpoints",
    "*.pyc",
    "__pycache__",
    "README.md",
]

# Students' kernels never see our code: see autograder/student_env.py.
c.Execute.kernel_name = "chainrule-student"
c.Execute.timeout = 60
c.KernelManager.transport_encryption = "auto"

c.GenerateAssignment.preprocessors = [
    "autograder.generate.PlacePackage",
    "nbgrader.preprocessors.IncludeHeaderFooter",
    "nbgrader.preprocessors.LockCells",
    "autograder.clear.ClearNamedSolutions",
    "nbgrader.preprocessors.ClearOutput",
    "nbgrader.preprocessors.CheckCellMetadata",
    "nbgrader.preprocessors.ComputeChecksums",
    "nbgrader.preprocessors.SaveCells",
    "nbgrader.preprocessors.ClearHiddenTests",
    "nbgrader.preprocessors.ComputeChecksums",
    "nbgrader.preprocessors.CheckCellMetadata",
    "autograder.generate.RequireNoLeak",
]
c.GenerateSolution.preprocessors = [
    "autograder.generate.PlaceSolvedPackage",
    "nbgrader.preprocessors.IncludeHeaderFooter",
    "nbgrader.preprocessors.LockCells",
    "nbgrader.preprocessors.ClearOutput",
    "autograder.generate.ExecuteSolved",
]
c.Autograde.sanitize_preprocessors = [
    "autograder.autograde.RepairCells",
    "nbgrader.preprocessors.ClearOutput",
    "nbgrader.preprocessors.DeduplicateIds",
    "nbgrader.preprocessors.OverwriteKernelspec",
    "nbgrader.preprocessors.OverwriteCells",
    "autograder.autograde.HideTests",
    "nbgrader.preprocessors.CheckCellMetadata",
]
c.Autograde.autograde_preprocessors = [
    "autograder.autograde.HostGrades",
    "nbgrader.preprocessors.SaveAutoGrades",
    "nbgrader.preprocessors.AssignLatePenalties",
    "nbgrader.preprocessors.CheckCellMetadata",
]
c.GenerateFeedback.preprocessors = [
    "nbgrader.preprocessors.GetGrades",
    "autograder.feedback.ScrubFeedback",
    "nbconvert.preprocessors.CSSHTMLHeaderPreprocessor",
]

# Student code wrote the outputs that feedback and formgrader show.
c.HTMLExporter.sanitize_html = True
c.HTMLExporter.filters = {
    "strip_files_prefix": "autograder.safe_html.safe_markdown"
}
c.FormgradeExtension.debug = False

# SQLAlchemy 2 warns about a cascade in nbgrader's own models; harmless.
warnings.filterwarnings("ignore", category=SAWarning)
