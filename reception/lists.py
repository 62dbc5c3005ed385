"""What the lists of this room share: which page is asked for, and the addresses of its neighbours."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest
from django.utils.http import urlencode

from cases.lists.paging import Page

PLACE = ("after", "before")


def place(request: HttpRequest) -> dict[str, Any]:
    """Return the keys between which a page is asked for."""
    return place_in(request.GET)


def place_in(query: Mapping[str, str]) -> dict[str, Any]:
    """Return the same of what an address asks."""
    return {name: query.get(name, "") for name in PLACE}


def page_links(page: Page, kept: Mapping[str, str]) -> dict[str, str]:
    """Return {older_url, newer_url} of the neighbours of a page, with what else the address says."""
    older = f"?{urlencode({**kept, 'after': page.after})}" if page.after else ""
    newer = f"?{urlencode({**kept, 'before': page.before})}" if page.before else ""
    return {"older_url": older, "newer_url": newer}
