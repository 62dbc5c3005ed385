"""A world built once for a file stands as new before each test."""

import pytest

from organizations.models import Staff
from tests.cast import PEOPLE, Cast, register


@pytest.mark.parametrize("turn", [1, 2])
def test_what_one_test_did_to_the_cast_the_next_does_not_see(cast: Cast, turn: int):
    assert (cast.clerk.name, cast.clerk.is_active) == ("小李", True), turn
    assert Staff.objects.get(pk=cast.clerk.pk).name == "小李"
    assert Staff.objects.count() == len(PEOPLE)
    register(cast)
    cast.clerk.name, cast.clerk.is_active = "别人", False
    cast.clerk.save()
    cast.router.grants.all().delete()
    cast.router.delete()


def test_a_test_that_asks_for_no_cast_meets_nobody(db: None):
    assert not Staff.objects.exists(), "it stands below the others in this file, and runs first all the same"
