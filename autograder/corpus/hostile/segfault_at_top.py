"""Reads address zero in an answer cell."""

EXERCISE = "ps1-jacobian"
OUTCOME = "stop"
FLAGS = ("ended the kernel",)
ANSWER = """
import ctypes

ctypes.string_at(0)
"""
