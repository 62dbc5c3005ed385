"""Every address of the product, read from the resolver, so that a new one is walked without being named."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

import pytest
from django.db import transaction
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from cases.doors.table import door_at, doors_on_a_case
from law.vocabulary import Scope
from organizations.models import Staff

OPEN_TO_ALL = {
    "login",
    "healthz",
    "favicon",
    "api-schema",
    "api-docs",
    "shelf",
    "shelf-dialog",
    "calculator",
    "api-deadlines",
    "open_collections",
    "api-open-collections",
    "open_publications",
    "api-open-publications",
    "open_days",
    "api-reception-open-days",
    # Open to everybody without an account; a case only to who has looked it up with its code.
    "portal",
    "portal_notice",
    "portal_file",
    "portal_contact",
    "portal_draft",
    "portal_guide",
    "portal_published",
    "portal_look_up",
    "portal_print_size",
    "portal_leave",
    "portal_case",
    "portal_who",
    "portal_word",
    "portal_deed",
    "portal_letter",
}
ENDS_THE_SESSION = {"logout", "api-logout", "api-logout-all"}
SLUGS = [*(door.slug for door in doors_on_a_case().values()), "no-such-act"]
ACT_DOORS = {f"api-{slug}" for slug in SLUGS}
_ON = {Scope.CASE: "", Scope.LEG: "?leg={leg_id}", Scope.HAND_OFF: "?hand_off={hand_off_id}"}
BACKEND = "django.contrib.auth.backends.ModelBackend"


@dataclass(frozen=True)
class Address:
    """One pattern: its name, its text with {names}, and the names to fill in."""

    name: str
    text: str
    needs: tuple[str, ...]

    @property
    def for_programs(self) -> bool:
        return self.text.startswith("/api/")

    def filled(self, keys: dict[str, Any], slugs: Sequence[str] = SLUGS) -> Iterator[str]:
        """The address with the keys of one case; once for every act where an act is asked for, on its leg or hand-off."""
        if "slug" not in self.needs:
            yield self.text.format(**keys)
            return
        for slug in slugs:
            door = door_at(slug)
            yield self.text.format(**{**keys, "slug": slug}) + _ON[door.scope if door else Scope.CASE].format(**keys)


# The doors of the acts are one view each side: the default run opens one in so many at a turn, other ones at the next.
SHARES = 12


WHOLE = pytest.mark.parametrize("whole", [False, pytest.param(True, marks=pytest.mark.long)])


def some_of(things: Sequence[Any], turn: int, whole: bool, number: int = 2) -> Sequence[Any]:
    """All of these things, or in the default run so many of them, other ones at the next turn."""
    if whole or len(things) <= number:
        return things
    first = turn * number % len(things)
    return [*things, *things][first : first + number]


@dataclass(frozen=True)
class Share:
    """What one turn of a walk opens: all that is no act, and of the acts every one (whole) or its share."""

    turn: int
    whole: bool = False

    def addresses(self) -> tuple[Address, ...]:
        """The addresses of this turn."""
        doors = [each for each in addresses() if each.name in ACT_DOORS]
        mine = doors if self.whole else doors[self.turn % SHARES :: SHARES]
        return tuple(each for each in addresses() if each.name not in ACT_DOORS or each in mine)

    @property
    def slugs(self) -> list[str]:
        """The acts of this turn, by their slugs on a page; one that is none among them always."""
        return SLUGS if self.whole else [*SLUGS[:-1][self.turn % SHARES :: SHARES], SLUGS[-1]]


@cache
def addresses() -> tuple[Address, ...]:
    """Every pattern of the resolver. A kind of key that the walk does not know fails here: teach it to `keys_of`."""
    return tuple(_collected(get_resolver().url_patterns, "/"))


def _collected(patterns: list[Any], before: str) -> Iterator[Address]:
    for each in patterns:
        text = before + re.sub(r"<(?:\w+:)?(\w+)>", r"{\1}", str(each.pattern))
        if isinstance(each, URLResolver):
            yield from _collected(each.url_patterns, text)
        elif isinstance(each, URLPattern):
            yield Address(each.name or text, text, tuple(re.findall(r"{(\w+)}", text)))


def client_of(staff: Staff | None) -> Client:
    client = Client()
    if staff:
        client.force_login(staff, backend=BACKEND)
    return client


def asked(client: Client, method: str, url: str, body: dict[str, Any] | None = None, **headers: str) -> Any:
    """One request; whatever it did is undone."""
    said: dict[str, Any] = {"content_type": "application/json"} if url.startswith("/api/") and method == "post" else {}
    with transaction.atomic():
        answer = getattr(client, method)(url, body or {}, headers=headers or None, **said)
        content = b"".join(answer.streaming_content) if answer.streaming else answer.content
        answer.said = content.decode("utf-8", "replace")
        transaction.set_rollback(True)
    return answer


def assert_silent(answer: Any, traces: list[str], what: str) -> None:
    """Not one of the words, in the body or in a header."""
    everything = answer.said + str(answer.headers)
    found = [trace for trace in traces if trace in everything]
    assert not found, f"{what} ({answer.status_code}) tells {found}"
    assert answer.status_code < 500 or what.endswith("/healthz"), what
