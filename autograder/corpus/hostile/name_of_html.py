"""Comes from a student whose name is HTML."""

OUTCOME = "reject"
STUDENT = "<script>evil(1)<>"
SAYS = ("cannot be a student's id",)


def change(folder):
    pass
