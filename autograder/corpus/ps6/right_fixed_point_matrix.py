"""Forms J and solves."""

EXERCISE = "ps6-fixed-point"
SCORE = 3.0
ANSWER = """
def fixed_point_vjp(f, theta, x, x_bar, steps=200):
    J = jacfwd(f, argnums=1)(theta, x)
    w = np.linalg.solve(np.eye(len(x)) - J.T, x_bar)
    return vjp(f, theta, x)[1](w)[0]
"""
