"""What a page costs to draw: a row more is no template more (docs/decisions/0044-what-a-page-costs.md)."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.test.signals import template_rendered

from tests.cast import START, Cast, register

Drawn = Callable[[Client, str], list[str]]


@pytest.fixture
def drawn() -> Iterator[Drawn]:
    """Tell which templates a page draws, those of its rows and widgets too."""
    names: list[str] = []

    def note(template: Any, **_: Any) -> None:
        names.append(template.name)

    def ask(client: Client, address: str) -> list[str]:
        names.clear()
        assert client.get(address).status_code == 200
        return list(names)

    template_rendered.connect(note)
    yield ask
    template_rendered.disconnect(note)


def test_a_list_of_many_draws_no_more_templates_than_a_list_of_one(
    cast: Cast, drawn: Drawn, on_day: Callable[[date], None]
):
    on_day(START)
    client = Client()
    client.force_login(cast.router, backend="django.contrib.auth.backends.ModelBackend")
    register(cast)
    pages = ("/cases/", "/clocks/")
    # What is the same for all is drawn by the first page of a process alone.
    drawn(client, "/cases/")
    one = {page: drawn(client, page) for page in pages}
    for number in range(3):
        register(cast, subject=f"村口第{number}处路灯不亮")
    assert {page: drawn(client, page) for page in pages} == one
    assert max(map(len, one.values())) <= 40, one
