"""Asks the host to call functions, run texts and work on arrays."""

EXERCISE = "ps1-jacobian"
OUTCOME = "zero"
ANSWER = """
import gc


def jacobian(x):
    peer = next(o for o in gc.get_objects() if type(o).__name__ == "Peer")
    said = []
    for words in (
        ("call", lambda: None, ()),
        ("start", "/tmp", {"@MARK@": "x"}),
        ("cell", "import os; os.system('touch @MARK@')"),
        ("get", "", "secret"),
        ("dispatch", "add", (1, 2), {}, []),
    ):
        try:
            said.append(peer.request(*words))
        except Exception as error:
            said.append(str(error))
    return np.zeros((2, 2))
"""
