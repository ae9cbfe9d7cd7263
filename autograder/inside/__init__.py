"""What enters a student's process: the protocol, and nothing else.

These files hold no case, no reference and no grade. They are sent as text
and need NumPy alone.
"""
