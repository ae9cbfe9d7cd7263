"""Has a folder of the set that is a link to another student's."""

OUTCOME = "reject"
SAYS = ("is a link",)


def change(folder):
    kept = folder / "kept"
    kept.mkdir()
    for path in list(folder.iterdir()):
        if path != kept:
            path.rename(kept / path.name)
    (folder / "ps1").symlink_to(kept)
