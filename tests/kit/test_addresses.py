"""An address that is written for every row is the one that the house would look up."""

from django.urls import reverse

from kit.addresses import address_of


def test_an_address_is_what_the_house_looks_up():
    for name, parts in (("cases:case", (7,)), ("cases:clock_why", (12, 345)), ("cases:act", (1, "send-back"))):
        assert address_of(name, *parts) == reverse(name, args=parts)
    assert address_of("cases:case", 8) != address_of("cases:case", 7), "what is kept is the pattern alone"
