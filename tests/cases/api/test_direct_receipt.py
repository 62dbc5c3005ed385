"""What an organ receives directly: told on the spot, sent down its own system, or told whose matter it is (Art. 23)."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest

from cases.actions.inputs import DemandInput
from cases.models import Service
from law.vocabulary import Act, Channel, Duty, Kind, Letter, Path, ServiceMethod, State
from organizations.actions import add_unit
from organizations.models import Unit
from organizations.roles import Role
from organizations.vocabulary import Level, UnitKind
from tests.cases.api.both_doors import DOORS
from tests.cases.exits import fresh
from tests.cases.refusals import refused
from tests.cases.views.doors import Person
from tests.cast import START, Cast, register
from tests.serving import typed_service
from tests.walks import Walk, accept, clock

Turn = Callable[[date], None]
NOTICES = (Duty.NOTICE_DIRECT_SPOT, Duty.NOTICE_DIRECT_15D)
ELSEWHERE = {"body": "省铁路局", "address": "铁路大街1号", "phone": "0990-1234567", "reason": "铁路道口由铁路部门管理"}
DOWN = {"demands": [1, 2], "reason": "属你单位职权"}


def at_the_government(cast: Cast, **more: Any) -> Walk:
    """A letter that came to the district government itself, which has departments and towns below it."""
    for name, role in (("gov_head", Role.HEAD), ("gov_handler", Role.HANDLER)):
        setattr(cast, name, cast.hire(name, cast.gov, role))
    return Walk(cast, register(cast, by=cast.gov_handler, **more))


def below(walk: Walk) -> Walk:
    return walk.go_on_at(walk.cast.housing, walk.cast.housing_head, walk.cast.housing_handler)


@DOORS
@pytest.mark.parametrize(("act", "given"), [(Act.REFER, {}), (Act.COMMISSION, {"days": 30})])
def test_the_head_sends_down_his_own_system_and_the_petitioner_is_told_where_it_went(
    cast: Cast, calendar: Turn, door: Any, act: Act, given: dict[str, Any]
):
    walk = at_the_government(cast)
    calendar(walk.on)
    assert door(cast.gov_head, act, walk, unit=cast.housing.pk, **DOWN, **given)[0] == "done"
    below(walk)
    letter = walk.leg.documents.get(kind=Letter.TRANSFER_NOTICE)
    assert letter.unit == cast.gov
    for part in ("老王：", f"{act.label}云河区住建局依法处理", "请向云河区住建局询问"):
        assert part in letter.content
    direct, own = clock(walk.case, Duty.NOTICE_DIRECT_15D), walk.leg.clocks.get(duty=Duty.NOTICE_REFERRED_15D)
    assert (direct.running, direct.due_on, own.unit) == (True, START + timedelta(days=15), cast.housing)
    # The unit below informs for itself: that is not the word of the sender, and the sender's is not its own.
    accept(walk)
    own.refresh_from_db()
    direct.refresh_from_db()
    assert (own.met_on, direct.met_on) == (walk.on, None)
    calendar(walk.on)
    assert door(cast.gov_head, Act.NOTIFY, walk, **typed_service("post", walk.on))[0] == "done"
    direct.refresh_from_db()
    assert direct.met_on == walk.on


def test_the_word_of_the_sender_is_not_that_of_the_unit_below(cast: Cast):
    walk = at_the_government(cast)
    walk.act(Act.REFER, cast.gov_head, unit=cast.housing, **DOWN)
    below(walk)
    said = refused(walk.on_leg, Act.NOTIFY, cast.housing_head, method=ServiceMethod.POST)
    assert said.code == "no_document"
    walk.on_leg(Act.NOTIFY, cast.gov_head, method=ServiceMethod.POST)
    assert clock(walk.case, Duty.NOTICE_DIRECT_15D).met_on == walk.on
    assert walk.leg.clocks.get(duty=Duty.NOTICE_REFERRED_15D).running
    assert refused(walk.on_leg, Act.RECORD_RETURN, cast.housing_head, reason="查无此人").code == "nothing_sent"
    walk.on_leg(Act.RECORD_RETURN, cast.gov_head, later=3, reason="查无此人")
    assert Service.objects.get().returned_on == walk.on


@DOORS
def test_nobody_sends_beyond_his_own_system(cast: Cast, calendar: Turn, door: Any):
    walk = Walk(cast, register(cast, by=cast.dispatcher))
    calendar(walk.on)
    code, message, article = door(cast.town_head, Act.REFER, walk, unit=cast.housing.pk, **DOWN)
    assert (code, article) == ("not_own_system", "第二十三条第一款")
    assert "告知向有权机关提出" in message
    assert refused(walk.act, Act.REFER, cast.dispatcher, unit=cast.housing, **DOWN).code == "not_permitted"


def test_who_cannot_be_written_to_is_not_owed_the_whereabouts(cast: Cast):
    walk = at_the_government(cast, anonymous=True, parties=[])
    walk.act(Act.REFER, cast.gov_head, unit=cast.housing, demands=[1], reason="职权")
    assert clock(walk.case, Duty.NOTICE_DIRECT_15D).running
    walk.act(Act.REFER, cast.gov_head, unit=cast.farming, demands=[2], reason="职权")
    owed = clock(walk.case, Duty.NOTICE_DIRECT_15D)
    assert (owed.waived_on, owed.met_on) == (walk.on, None)
    assert not walk.case.documents.filter(kind=Letter.TRANSFER_NOTICE).exists()


@DOORS
def test_what_is_nobody_s_here_is_told_by_name_and_address(cast: Cast, calendar: Turn, door: Any):
    walk = Walk(cast, register(cast, by=cast.dispatcher))
    calendar(walk.on)
    given = {**ELSEWHERE, "demands": [1, 2]}
    nowhere = {**given, "address": " "}
    assert refused(walk.act, Act.DIRECT_ELSEWHERE, cast.town_head, **nowhere).code == "exit_incomplete"
    assert door(cast.town_head, Act.DIRECT_ELSEWHERE, walk, **given)[0] == "done"
    walk.leg = walk.case.legs.get()
    assert (walk.refresh().case.state, walk.leg.exit.ground) == (State.NOT_ACCEPTED, "NA_NOT_COMPETENT")
    letter = walk.leg.documents.get(kind=Letter.COMPETENT_BODY_NOTICE)
    for part in ("老王：", "省铁路局（地址：铁路大街1号，电话：0990-1234567）", "铁路道口由铁路部门管理"):
        assert part in letter.content
    assert clock(walk.case, Duty.NOTICE_DIRECT_15D).running
    assert door(cast.town_head, Act.NOTIFY, walk, **typed_service("in_person", walk.on))[0] == "done"
    assert clock(walk.case, Duty.NOTICE_DIRECT_15D).met_on == walk.on
    assert door(cast.town_head, Act.CLOSE, walk)[0] == "done"


@DOORS
def test_who_is_on_the_list_need_not_be_written_out(cast: Cast, calendar: Turn, door: Any):
    walk = Walk(cast, register(cast, by=cast.dispatcher))
    calendar(walk.on)
    listed = {"unit": cast.housing.pk, "address": "建设路1号", "reason": "道路由区住建局管养", "demands": [1, 2]}
    assert door(cast.town_head, Act.DIRECT_ELSEWHERE, walk, **listed)[0] == "done"
    assert walk.refresh().case.legs.get().exit.body == "云河区住建局"


def test_what_belongs_to_the_own_system_sends_nobody_away(cast: Cast):
    walk = at_the_government(cast)
    given = {**ELSEWHERE, "body": "", "unit": cast.housing, "demands": [1, 2]}
    assert refused(walk.act, Act.DIRECT_ELSEWHERE, cast.gov_head, **given).code == "own_system"
    said = refused(
        walk.act, Act.DECLINE, cast.gov_head, demands=[1, 2], ground="NA_NOT_COMPETENT", reason="x", where="住建局"
    )
    assert (said.code, said.article) == ("ground_unfit", "第二十三条第一款")
    nobody = at_the_government_again(cast)
    given = {**ELSEWHERE, "demands": [1, 2]}
    assert refused(nobody.act, Act.DIRECT_ELSEWHERE, cast.gov_head, **given).code == "petitioner_unknown"


def at_the_government_again(cast: Cast) -> Walk:
    """Another letter there, from nobody."""
    return Walk(cast, register(cast, by=cast.gov_handler, anonymous=True, parties=[]))


@DOORS
@pytest.mark.parametrize("who", ["clerk", "dispatcher"])
def test_a_visitor_is_told_at_the_counter_and_signs(cast: Cast, calendar: Turn, door: Any, who: str):
    by = getattr(cast, who)
    walk = fresh(cast, by=by, channel=Channel.VISIT)
    calendar(walk.on)
    dialog = Person(by).dialog(Act.TELL_ON_SPOT, walk.case).content.decode()
    assert ("转送、交办" in dialog) is (who == "clerk")
    assert door(by, Act.TELL_ON_SPOT, walk, handling="由我单位依法受理", receiver="老王")[0] == "done"
    spot = clock(walk.refresh().case, Duty.NOTICE_DIRECT_SPOT)
    assert (spot.starts_on, spot.due_on, spot.met_on, spot.unit) == (START, START, START, walk.case.unit)
    letter = walk.case.documents.get(kind=Letter.SPOT_NOTICE)
    assert (letter.unit, letter.leg) == (walk.case.unit, None)
    for part in ("老王：", "2026年3月2日来访", walk.case.number, "由我单位依法受理"):
        assert part in letter.content
    handed = letter.services.get()
    assert (handed.method, handed.sent_on, handed.received_on) == (ServiceMethod.IN_PERSON, START, START)
    owed = walk.case.clocks.filter(duty=Duty.NOTICE_DIRECT_15D).first()
    assert owed is None if who == "clerk" else owed.met_on == START
    assert letter.number in Person(by).page(walk.case).content.decode()
    assert door(by, Act.TELL_ON_SPOT, walk, handling="x", receiver="x")[0] == "told_already"


def test_the_day_after_is_not_on_the_spot(cast: Cast):
    walk = fresh(cast, by=cast.dispatcher, channel=Channel.VISIT)
    given = {"handling": "依法受理", "receiver": "老王"}
    said = refused(walk.act, Act.TELL_ON_SPOT, cast.dispatcher, later=1, **given)
    assert (said.code, said.article) == ("not_on_the_spot", "第二十三条第二款")
    assert clock(walk.case, Duty.NOTICE_DIRECT_15D).running


def directly_at(cast: Cast, unit: Unit, *demands: DemandInput) -> list[str]:
    """The clocks that a letter to this unit starts."""
    by = cast.hire(f"收件{unit.pk}{len(demands)}{demands[0].kind}", unit, Role.HANDLER)
    return [each.duty for each in register(cast, by=by, demands=list(demands)).clocks.all()]


@pytest.mark.parametrize("kind", [UnitKind.POLICE, UnitKind.JUSTICE])
def test_legal_organs_have_rules_of_their_own_for_lawsuits_discipline_for_accusations(cast: Cast, kind: UnitKind):
    organ = add_unit("云河区某局", kind, Level.DISTRICT, parent=cast.gov)
    accusation, lawsuit = DemandInput("告状", Kind.ACCUSATION), DemandInput("不服判决", Kind.APPEAL, Path.JUDICIAL)
    assert directly_at(cast, cast.discipline, accusation) == []
    assert directly_at(cast, cast.discipline, accusation, lawsuit) == [Duty.NOTICE_DIRECT_15D]
    assert directly_at(cast, organ, lawsuit) == []
    assert directly_at(cast, organ, accusation) == [Duty.NOTICE_DIRECT_15D]
    walk = fresh(cast, lawsuit)
    walk.act(Act.REFER, cast.router, unit=organ, demands=[1], reason="职权")
    assert not walk.case.clocks.filter(duty=Duty.NOTICE_REFERRED_15D).exists()
