"""Measures and captures, as honest notebooks do; nothing is flagged."""

EXERCISE = "ps1-jacobian"
OUTCOME = "full"
ANSWER = '''
%%time
%matplotlib inline
remainder = (
    7
    %3
)
text = """
%d of %d
!important
"""

def jacobian(x):
    return np.array([[x[1] ** 2, 2 * x[0] * x[1]], [x[1], x[0]]])
'''
