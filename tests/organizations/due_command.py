"""`manage due` as a person calls it."""

import json
from io import StringIO

from django.core.management import call_command


def due(*arguments: str) -> dict:
    """What the command answers, read from its JSON."""
    out = StringIO()
    call_command("due", *arguments, "--json", stdout=out)
    found: dict = json.loads(out.getvalue())
    return found
