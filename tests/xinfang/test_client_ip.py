"""Whose address counts for the lock-out."""

import pytest
from django.test import RequestFactory

from xinfang.client_ip import client_ip


@pytest.mark.parametrize(
    ("behind", "noted", "expected"),
    [(False, "9.9.9.9", "127.0.0.1"), (True, "9.9.9.9, 8.8.8.8", "8.8.8.8"), (True, "", "127.0.0.1")],
)
def test_only_the_address_our_own_proxy_noted_counts(settings, behind, noted, expected):
    settings.BEHIND_PROXY = behind
    headers = {"HTTP_X_FORWARDED_FOR": noted} if noted else {}
    assert client_ip(RequestFactory().get("/", **headers)) == expected
