"""Take everything that runs out of the HTML of a student's Markdown."""

import re

import bleach
from nbconvert.filters import strip_files_prefix

TAGS = {
    *bleach.ALLOWED_TAGS,
    *("br", "code", "dd", "del", "details", "div", "dl", "dt", "hr", "p"),
    *("h1", "h2", "h3", "h4", "h5", "h6", "pre", "span", "sub", "sup"),
    *("summary", "table", "tbody", "td", "th", "thead", "tr"),
}
# A parser opens these again in each paragraph, once for each attribute.
FORMATS = "b|big|code|em|font|i|nobr|s|small|strike|strong|tt|u"
FORMATTED = re.compile(rf"<({FORMATS})\s[^>]*>", re.IGNORECASE)
ATTRIBUTES = {**bleach.ALLOWED_ATTRIBUTES, "*": ["class", "id"]}


def safe_markdown(html: str) -> str:
    """The filter `strip_files_prefix`, and no scripts, images or styles.

    It stands last wherever nbgrader's pages show a Markdown cell; their
    templates do not honor `sanitize_html` there.
    """
    text = FORMATTED.sub(r"<\1>", strip_files_prefix(html))
    return str(bleach.clean(text, tags=TAGS, attributes=ATTRIBUTES))
