"""Figures, one module for each problem set."""
