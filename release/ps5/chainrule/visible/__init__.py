"""The cases that every student sees, one module for each problem set."""
