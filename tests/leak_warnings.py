"""Warnings of the leak scene: so late that everybody is warned whom anybody could warn, and their digests are written."""

from datetime import date, timedelta

from supervision.warnings.running import run_warnings
from supervision.warnings.telling import tell_warnings

_LATER = (11, 39, 88)


def warn_all(start: date) -> None:
    """Run the warnings on days after the cases began, and send what they say."""
    for days in _LATER:
        if ran := run_warnings(start + timedelta(days=days)):
            tell_warnings(ran.run)
