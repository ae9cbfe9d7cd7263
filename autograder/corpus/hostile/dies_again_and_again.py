"""Has more cells that end the process than are tried again."""

EXERCISE = "ps1-jacobian"
OUTCOME = "stop"
FLAGS = ("ended the kernel", "too many cells")
COPIES = 6
LOSES_NOTEBOOK = True
ANSWER = """
import os

os.abort()
"""
