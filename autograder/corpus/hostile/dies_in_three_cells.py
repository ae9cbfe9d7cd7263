"""Has three cells that each end the process."""

EXERCISE = "ps1-jacobian"
OUTCOME = "stop"
FLAGS = ("ended the kernel",)
COPIES = 2
ANSWER = '''
import os

os.abort()
'''
