"""How many statements a page asks of the database, once it was opened before."""

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext


def statements_of(client: Client, url: str) -> int:
    """Open a page twice and count what the second time asks."""
    client.get(url)
    with CaptureQueriesContext(connection) as asked:
        assert client.get(url).status_code == 200
    return len(asked)
