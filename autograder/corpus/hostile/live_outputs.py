"""Displays scripts, widgets, SVG, JavaScript and LaTeX with links."""

EXERCISE = "ps1-jacobian"
OUTCOME = "full"
ANSWER = r"""
from IPython.display import HTML, SVG, Javascript, Latex, Markdown, display

display(HTML("<script>evil(1)</script><b onclick='evil(2)'>b</b>"))
display(HTML("<iframe srcdoc='<script>evil(3)</script>'></iframe>"))
display(HTML("<a href='javascript:evil(4)'>a</a><object data='x:evil(5)'>"))
display(Javascript("evil(6)"))
display(SVG("<svg xmlns='http://www.w3.org/2000/svg' onload='evil(7)'/>"))
display(Latex(r"$\href{javascript:evil(8)}{x}$"))
display(Markdown("[x](javascript:evil(9)) <img src=x onerror='evil(10)'>"))
display(
    {"application/vnd.jupyter.widget-view+json": {"x": "evil(11)"}}, raw=True
)
display({"text/html; charset=x": "<script>evil(12)</script>"}, raw=True)
display({"text/x-html": "<script>evil(13)</script>"}, raw=True)
display({"image/png": "'><script>evil(14)</script>"}, raw=True)
display({"image/svg+xml": "<svg><script>evil(15)</script></svg>"}, raw=True)


def jacobian(x):
    return np.array([[x[1] ** 2, 2 * x[0] * x[1]], [x[1], x[0]]])
"""
