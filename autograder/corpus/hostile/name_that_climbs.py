"""Comes from a student whose name climbs out of a folder."""

OUTCOME = "reject"
STUDENT = "x..y"
SAYS = ("cannot be a student's id",)


def change(folder):
    pass
