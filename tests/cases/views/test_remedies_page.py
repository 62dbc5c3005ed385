"""Re-examination at the page door: what the dialogs propose and show, and what the case page says of it."""

from collections.abc import Callable
from datetime import date
from typing import Any

from cases.models import Matter
from law.vocabulary import Act, State
from tests.cases.views.doors import Person, done
from tests.cast import Cast, register
from tests.remedy_walks import DRAFT, decider, drafter, receipt, remand
from tests.walks import Walk, walk_to

Turn = Callable[[date], None]


def html(answer: Any) -> str:
    return str(answer.content.decode())


def test_the_way_through_the_pages(cast: Cast, calendar: Turn):
    walk = walk_to(cast, State.ANSWERED)
    receipt(walk)
    calendar(walk.on)
    clerk, drafts, heads = Person(cast.clerk), Person(drafter(cast)), Person(decider(cast))
    shown = html(clerk.dialog(Act.REQUEST_REEXAMINATION, walk.case, leg=walk.leg))
    assert f'<option value="{cast.gov.pk}" selected>云河区人民政府' in shown
    assert "作出复查意见并书面答复" in shown
    typed = {"request": "没有写清怎么修", "unit": cast.gov.pk, "channel": "visit"}
    assert done(clerk.send(Act.REQUEST_REEXAMINATION, walk.case, leg=walk.leg, **typed))
    walk.refresh()
    assert "没有写清怎么修" in html(drafts.dialog(Act.DRAFT_REMEDY, walk.case, leg=walk.leg))
    assert done(drafts.send(Act.DRAFT_REMEDY, walk.case, leg=walk.leg, decision="change", **DRAFT))
    walk.refresh()
    before = html(heads.dialog(Act.DECIDE_REEXAMINATION, walk.case, leg=walk.leg))
    assert "结果：变更" in before
    assert DRAFT["opinion"] in before
    assert "文号" not in before
    assert done(heads.send(Act.DECIDE_REEXAMINATION, walk.case, leg=walk.leg))
    page = html(drafts.page(walk.refresh().case))
    for words in ("复查：云河区人民政府", "变更", "没有写清怎么修", "复查意见书", "来访"):
        assert words in page


def test_a_late_request_is_told_its_numbers_and_keeps_what_was_typed(cast: Cast, calendar: Turn):
    walk = walk_to(cast, State.CLOSED)
    calendar(walk.on)
    answer = Person(cast.clerk).send(
        Act.REQUEST_REEXAMINATION, walk.case, leg=walk.leg, request="没有写清怎么修", unit=cast.gov.pk
    )
    assert answer.status_code == 422
    assert "期限已于" in html(answer)
    assert "没有写清怎么修" in html(answer)


def test_earlier_answers_stand_on_the_page_after_a_remand(cast: Cast, calendar: Turn):
    walk = walk_to(cast, State.REEXAMINING)
    remand(walk, days=20)
    calendar(walk.on)
    page = html(Person(walk.handler).page(walk.case))
    assert "第1项原答复" in page
    assert "重新办理" in page
    assert "责令重新办理，限20日" in page


def test_a_new_letter_on_a_reviewed_matter_is_registered_and_the_page_says_so(cast: Cast, calendar: Turn):
    walk = walk_to(cast, State.REVIEW_DECIDED)
    again = register(cast, on=walk.on, received_on=walk.on)
    type(again).objects.filter(pk__in=[again.pk, walk.case.pk]).update(matter=matter_of(walk))
    calendar(walk.on)
    page = html(Person(cast.router).page(again))
    assert "已经复核（云政信核〔2026〕17号）" in page
    assert "第三十六条第三款" in page


def matter_of(walk: Walk) -> Matter:
    """A matter that both letters are about."""
    return Matter.objects.create(subject="村口的路", district_id=walk.case.district_id)
