"""What proves a ground comes through both doors: numbers, days and papers, typed or uploaded (Art. 19, 36)."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest

from law.vocabulary import Act, State
from tests.cases.api.caller import Caller
from tests.cases.exits import NA, fresh, own_leg
from tests.cases.uploads import PDF, json_file, upload
from tests.cases.views.doors import Person
from tests.cast import Cast
from tests.walks import Walk

Turn = Callable[[date], None]
Door = Callable[[Walk, Act, dict[str, Any]], Any]


def by_page(walk: Walk, act: Act, typed: dict[str, Any]) -> Any:
    """A browser uploads the paper with the dialog."""
    return Person(walk.cast.router).send(act, walk.case, **typed, papers=upload("材料.pdf", PDF))


def by_program(walk: Walk, act: Act, typed: dict[str, Any]) -> Any:
    """A program writes the paper into its JSON."""
    return Caller(walk.cast.router).act(act, walk.case.pk, **typed, papers=[json_file("材料.pdf", PDF)])


DOORS = pytest.mark.parametrize("door", [by_page, by_program])


@DOORS
def test_a_review_made_elsewhere_is_attached(cast: Cast, calendar: Turn, door: Door):
    walk = fresh(cast)
    calendar(walk.on)
    told = {"ground": "NLA_AFTER_REVIEW", "earlier": "云市信核〔2025〕7号", "elsewhere": "市政府作出", "reason": "相同"}
    assert door(walk, Act.NO_LONGER_ACCEPT, {"demands": [1, 2], **told}).status_code < 300
    leg = own_leg(walk.refresh()).leg
    assert (leg.state, leg.exit.earlier, walk.case.attachments.filter(leg=leg).count()) == (
        State.EXIT_PENDING,
        told["earlier"],
        1,
    )


@DOORS
def test_what_is_pending_outside_is_named_with_its_unit_its_last_day_and_a_paper(
    cast: Cast, calendar: Turn, door: Door
):
    walk = fresh(cast)
    calendar(walk.on)
    last = walk.on + timedelta(days=30)
    outside = {"pending_number": "云市信〔2026〕9号", "pending_unit": "云市人民政府", "pending_until": str(last)}
    typed = {"demands": [1, 2], **NA, "ground": "NA_PENDING_SAME", **outside}
    assert door(walk, Act.DECLINE, typed).status_code < 300
    left = own_leg(walk.refresh()).leg.exit
    assert (left.earlier, left.held_by, left.held_until) == ("云市信〔2026〕9号", "云市人民政府", last)
    read = Caller(cast.bureau_head).read(walk.case.pk)["legs"][0]["exit"]
    assert (read["held_by"], read["approved"]) == ("云市人民政府", None)
    page = Person(cast.bureau_head).dialog(Act.APPROVE_EXIT, walk.case, leg=walk.leg).content.decode()
    assert "云市人民政府办理" in page
