"""Comes from a student whose name ends a statement of SQL."""

OUTCOME = "reject"
STUDENT = "x'; DROP TABLE grade; --"
SAYS = ("cannot be a student's id",)


def change(folder):
    pass
