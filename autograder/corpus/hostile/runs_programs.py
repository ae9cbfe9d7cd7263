"""Runs programs, a shell and a compiler."""

EXERCISE = "ps1-jacobian"
OUTCOME = "full"
ABSENT = ("PROGRAM-RAN",)
ANSWER = '''
import os
import subprocess

for words in (["sh", "-c", "echo PROGRAM-RAN"], ["/bin/sh", "-c", "id"]):
    try:
        print(subprocess.run(words, capture_output=True, text=True).stdout)
        print(os.popen("echo PROGRAM-RAN; rm -rf ~ /work 2>&1").read())
    except OSError:
        pass


def jacobian(x):
    return np.array([[x[1] ** 2, 2 * x[0] * x[1]], [x[1], x[0]]])
'''
