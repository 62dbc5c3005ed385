"""The check of the database's characters."""

import pytest

from organizations import checks


@pytest.mark.django_db
def test_the_test_database_speaks_utf8():
    assert checks.utf8_characters(databases=["default"]) == []


@pytest.mark.parametrize(("kind", "wrong"), [("C", 1), ("zh_CN.GBK", 1), ("C.utf8", 0), ("zh_CN.UTF-8", 0)])
def test_another_character_type_is_an_error(monkeypatch, kind, wrong):
    monkeypatch.setattr(checks, "_character_type", lambda alias: kind)
    found = checks.utf8_characters(databases=["default"])
    assert [message.id for message in found] == ["organizations.E001"] * wrong


def test_nothing_is_asked_of_a_database_that_is_not_checked():
    assert checks.utf8_characters(databases=None) == []
