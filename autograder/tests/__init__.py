"""Tests of the grader, through the real pipeline where that can run."""
