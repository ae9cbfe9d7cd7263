"""Sleeps for thirty years."""

EXERCISE = "ps1-jacobian"
OUTCOME = "stop"
FLAGS = ("did not end",)
ANSWER = """
import time

time.sleep(1e9)
"""
