"""The errors that a user can make and mend."""


class UserError(Exception):
    """Its message says what was wrong, what was found and what to do."""
