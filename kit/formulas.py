"""What a spreadsheet would take for a formula, and the mark that keeps it words."""

MARKS = ("=", "+", "-", "@", "\t", "\r")


def harmless(text: str) -> str:
    """Return a text that no spreadsheet takes for a formula."""
    return f"'{text}" if text.startswith(MARKS) else text


def as_written(text: str) -> str:
    """Return a text without the mark that `harmless`, or the spreadsheet itself, put before it."""
    return text[1:] if text.startswith("'") and text[1:].startswith(MARKS) else text
