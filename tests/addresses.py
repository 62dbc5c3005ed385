"""Every address of the product, read from the resolver, so that a new one is walked without being named."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.db import transaction
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver

from cases.doors import FORMS, slug_of
from organizations.models import Staff

OPEN_TO_ALL = {
    "login",
    "healthz",
    "api-schema",
    "api-docs",
    "shelf",
    "shelf-dialog",
    "calculator",
    "api-deadlines",
}
ENDS_THE_SESSION = {"logout", "api-logout", "api-logout-all"}
SLUGS = [*(slug_of(act) for act in FORMS), "no-such-act"]
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
        """The address with the keys of one case; once for every act where an act is asked for."""
        for slug in slugs if "slug" in self.needs else [""]:
            yield self.text.format(**{**keys, "slug": slug})


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
    said: dict[str, Any] = (
        {"content_type": "application/json"} if url.startswith("/api/") and method == "post" else {}
    )
    with transaction.atomic():
        answer = getattr(client, method)(url, body or {}, headers=headers or None, **said)
        content = b"".join(answer.streaming_content) if answer.streaming else answer.content
        answer.said = content.decode("utf-8", "replace")
        transaction.set_rollback(True)
    return answer
