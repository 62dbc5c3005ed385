"""A question whose SQL was worked out once answers as if it were asked anew."""

from datetime import timedelta

import pytest
from django.db import connection, transaction
from django.db.transaction import TransactionManagementError
from django.test.utils import CaptureQueriesContext

from kit.precompiled import KEY, Precompiled
from organizations.models import Grant, Staff, Unit
from organizations.today import today
from tests.cast import Cast

_UNIT = Precompiled(lambda key: Unit.objects.filter(pk=key).select_related("parent"), KEY)
_LOCKED = Precompiled(lambda key: Unit.objects.filter(pk=key).select_for_update(), KEY)


def test_each_is_answered_for_his_own_key_and_day(cast: Cast):
    for person in Staff.objects.all():
        held = [grant for grant in Grant.objects.filter(staff=person).order_by("pk") if grant.ended_on is None]
        assert [grant.pk for grant in person.grants_in_force] == [grant.pk for grant in held]
    person = Staff.objects.get(pk=cast.clerk.pk)
    Grant.objects.filter(staff=person).update(valid_to=today() - timedelta(days=1))
    assert person.grants_in_force == []


def test_one_statement_brings_the_row_with_what_it_points_to(cast: Cast):
    with CaptureQueriesContext(connection) as asked:
        grants = Staff.objects.get(pk=cast.clerk.pk).grants_in_force
        assert [(grant.staff.pk, grant.unit.name) for grant in grants] == [(cast.clerk.pk, cast.clerk.unit.name)]
    assert len(asked) == 2
    for unit in (cast.town, cast.clerk.unit):
        with CaptureQueriesContext(connection) as asked:
            [found] = _UNIT.ask(unit.pk)
            assert (found, found.parent) == (unit, unit.parent)
        assert len(asked) == 1
    assert list(_UNIT.ask(0)) == []


@pytest.mark.django_db(transaction=True)
def test_a_lock_is_taken_in_a_transaction_only():
    with transaction.atomic():
        assert list(_LOCKED.ask(1)) == []
    with pytest.raises(TransactionManagementError):
        list(_LOCKED.ask(1))


def test_a_value_that_is_not_in_the_question_is_found_out():
    with pytest.raises(AssertionError):
        Precompiled(lambda key: Unit.objects.filter(pk=key + 1), KEY).ask(1)
