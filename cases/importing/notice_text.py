"""A holiday notice as it is uploaded, csv or xlsx, turned into the text that people see and mend."""

from typing import Any

from cases.importing.pasted import sheet_text


def notice_text(upload: Any) -> str:
    """Return the lines of an upload, each at the number that it has in the file. Raises Refused as `sheet_text`."""
    return sheet_text(upload, named="放假通知", between="，")
