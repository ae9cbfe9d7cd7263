"""Never ends, and catches the interrupt that should end it."""

EXERCISE = "ps1-jacobian"
OUTCOME = "stop"
FLAGS = ("ended the kernel",)
ANSWER = """
import signal

signal.signal(signal.SIGINT, signal.SIG_IGN)
while True:
    try:
        while True:
            pass
    except BaseException:
        continue
"""
