"""Hidden cases, one module for each problem set: data, no logic."""
