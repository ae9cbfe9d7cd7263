"""Estimates the gradient by central differences."""

EXERCISE = "ps2-toy-vjp"
SCORE = 0.0
PASSES_VISIBLE = True
ANSWER = '''
def toy_vjp(x, A, cotangents):
    u_bar, t_bar = cotangents

    def paired(x):
        u, t = toy(x, A)
        return u_bar @ u + t_bar @ t

    steps = 1e-6 * np.eye(len(x))
    return np.array([(paired(x + h) - paired(x - h)) / 2e-6 for h in steps])
'''
