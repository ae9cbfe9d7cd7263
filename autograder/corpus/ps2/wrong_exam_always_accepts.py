"""Accepts everything."""

EXERCISE = "ps2-exam"
SCORE = 0.0
PASSES_VISIBLE = False
ANSWER = '''
def check_derivatives(f, jvp, vjp, x):
    return True
'''
