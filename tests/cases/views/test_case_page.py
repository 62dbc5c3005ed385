"""The case page: what is shown, to whom, and how much the database is asked."""

from collections.abc import Callable
from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from cases.actions.inputs import DemandInput, RespondentInput
from cases.models import Case, Demand
from law.vocabulary import Act, Kind, Movement, State
from tests.cases.api.caller import Caller
from tests.cases.uploads import a_scan
from tests.cases.views.doors import Person, buttons_of
from tests.cast import START, Cast, register
from tests.remedy_walks import decide_reexamination, decide_review, request_reexamination, request_review
from tests.walks import REACHABLE, Walk, accept, follow, issue, serve, submit, take, walk_to

Turn = Callable[[date], None]
# Whatever hangs on the case, and whatever the number of legs (docs/decisions/0046).
# One of them for what the supervision room has hanging on the case.
MOST_QUERIES = 15
BRIBE = "村长收受施工队红包"


def three_legs(cast: Cast) -> Case:
    """One letter to three units."""
    demands = [DemandInput(f"第{n}件事") for n in (1, 2, 3)]
    walk = Walk(cast, register(cast, demands=demands))
    for number, unit in enumerate((cast.town, cast.housing, cast.farming), 1):
        walk.act(Act.REFER, cast.router, unit=unit, demands=[number], reason="属地管理")
    for unit, head in (
        (cast.town, cast.town_head),
        (cast.housing, cast.housing_head),
        (cast.farming, cast.farming_head),
    ):
        walk.go_on_at(unit, head, head)
        walk.on_leg(Act.ACCEPT, head)
    return walk.case


def busy(cast: Cast) -> Case:
    """Three legs, of which one was reviewed; an extension, services, a scan, a respondent, another letter of the matter.

    Sealed without anybody being accused: so whoever reads it is noted.
    """
    walk = Walk(cast, three_legs(cast)).go_on_at(cast.housing, cast.housing_head, cast.housing_handler)
    take(walk)
    walk.on_leg(Act.ASK_EXTENSION, walk.handler, days=9, reason="账目多")
    walk.go_on_at(cast.town, cast.town_head, cast.town_handler)
    follow(walk, take, submit, issue)
    walk.on_leg(Act.ATTACH_SCAN, walk.handler, document=walk.leg.documents.latest("id").pk, uploads=[a_scan()])
    follow(walk, serve, request_reexamination, decide_reexamination, request_review, decide_review)
    walk.case.respondents.create(name="金某", unit=cast.village).demands.add(walk.leg.demands.get())
    Case.objects.filter(pk=register(cast).pk).update(matter=walk.case.matter)
    Case.objects.filter(pk=walk.case.pk).update(sealed=True)
    return walk.case


def sealed(cast: Cast) -> Walk:
    """A letter that asks for a road and accuses the village head; the town has the road."""
    demands = [DemandInput("修好村口的路"), DemandInput(BRIBE, Kind.ACCUSATION)]
    respondents = [RespondentInput("金某", "村长", unit_id=cast.village.pk, demands=(2,))]
    walk = Walk(
        cast, register(cast, content=f"路坏了。{BRIBE}。", subject=BRIBE, demands=demands, respondents=respondents)
    )
    walk.act(Act.REFER, cast.router, unit=cast.town, demands=[1], reason="属地管理", extract="请求修好村口的路")
    walk.act(Act.REFER, cast.router, unit=cast.discipline, demands=[2], reason="按管理权限")
    return walk.go_on_at(cast.town, cast.town_head, cast.town_handler)


@pytest.mark.parametrize("state", REACHABLE)
def test_the_page_of_every_state_shows_exactly_the_open_acts(cast: Cast, calendar: Turn, state: State):
    walk = walk_to(cast, state)
    calendar(walk.on)
    for who in (cast.router, cast.town_head, cast.town_handler, cast.coordinator):
        answer = Person(who).page(walk.case)
        if answer.status_code == 404:
            assert not Case.objects.visible_to(who).filter(pk=walk.case.pk).exists()
            continue
        html = answer.content.decode()
        assert walk.case.number in html
        assert "老王" not in html or "《" in html  # only letters and words typed by staff may name a person
        offered = [button["url"] for group in answer.context["act_groups"] for button in buttons_of(group)]
        assert all(url.replace("&", "&amp;") in html for url in offered)
        assert len(offered) == len(set(offered))


@pytest.mark.parametrize("make", [lambda cast: walk_to(cast, State.CLOSED).case, busy], ids=["small", "busy"])
def test_the_page_asks_the_database_a_fixed_number_of_times(cast: Cast, calendar: Turn, make: Callable[[Cast], Case]):
    case = make(cast)
    calendar(case.events.latest("sequence").on)
    for who in (cast.router, cast.coordinator):
        page, program = Person(who), Caller(who)
        for ask in (lambda: page.page(case), lambda: program.get(f"/cases/{case.pk}/")):  # noqa: B023
            with CaptureQueriesContext(connection) as asked:
                assert ask().status_code == 200
            assert len(asked) <= MOST_QUERIES, "\n".join(q["sql"][:150] for q in asked.captured_queries)


def test_the_number_of_questions_does_not_grow_with_legs_and_events(cast: Cast, calendar: Turn):
    counts = []
    for case in (walk_to(cast, State.ACCEPTED).case, three_legs(cast)):
        person = Person(cast.coordinator)
        with CaptureQueriesContext(connection) as asked:
            person.page(case)
        counts.append(len(asked))
    assert counts[1] <= counts[0]


def test_the_heading_says_where_the_case_is_with_whom_and_since_when(cast: Cast, calendar: Turn):
    walk = walk_to(cast, State.IN_HANDLING)
    calendar(walk.on)
    answer = Person(cast.coordinator).page(walk.case)
    [place] = answer.context["whereabouts"]
    assert (place["unit"], place["who"], place["since"]) == ("青石镇人民政府", "承办人曹", walk.leg.received_on)
    assert place["days"] == (walk.on - walk.leg.received_on).days
    assert answer.context["petitioner"]["text"] == "老*"


def test_running_clocks_come_first_by_date_and_a_late_one_says_so(cast: Cast, calendar: Turn):
    walk = walk_to(cast, State.REFERRED)
    calendar(START.replace(month=5))
    cards = Person(cast.town_head).page(walk.case).context["clocks"]
    assert [card["name"] for card in cards] == ["受理告知", "签收", "提出异议"]  # the law, the house, a lapsed window
    late = next(card for card in cards if card["name"] == "受理告知")
    assert late["tone"] == "red"
    assert "超期" in late["words"]
    window = next(card for card in cards if card["name"] == "提出异议")
    assert (window["tone"], window["words"]) == ("grey", "期限已过，未提出")


def test_a_clock_explains_its_date_day_by_day(cast: Cast, calendar: Turn):
    walk = walk_to(cast, State.ACCEPTED)
    calendar(walk.on)
    person = Person(cast.town_head)
    clock = walk.case.clocks.get(duty="HANDLE_60D")
    fragment = person.client.get(f"/cases/{walk.case.pk}/clocks/{clock.pk}/why/")
    html = fragment.content.decode()
    assert fragment.status_code == 200
    assert "<!doctype" not in html
    assert "第60日" in html
    assert "第三十四条" in html
    whole = person.client.get(f"/cases/{walk.case.pk}/clocks/{clock.pk}/why/", headers={"HX-Request": ""})
    assert "<!doctype html>" in whole.content.decode()


def test_an_informant_sees_what_was_asked_and_nothing_else(cast: Cast, calendar: Turn):
    walk = walk_to(cast, State.IN_HANDLING)
    walk.on_leg(Act.DELEGATE, cast.dispatcher, unit=cast.village, instruction="请看看路况", reply_by=date(2026, 3, 20))
    calendar(walk.on)
    answer = Person(cast.informant).page(walk.case)
    html = answer.content.decode()
    assert "请看看路况" in html
    assert "2026年3月20日" in html
    assert "修好村口的路" in html
    assert "调度员孔" in html
    asked = walk.hand_off(Movement.DELEGATE)
    assert f"/cases/{walk.case.pk}/report-findings/?hand_off={asked.pk}" in html
    for hidden in ("老*", "138****", "水渠也堵了", "转送函", "办理记录", "期限</h2>", walk.case.content):
        assert hidden not in html
    assert Person(cast.next_informant).page(walk.case).status_code == 404


def test_a_sealed_case_says_nothing_of_the_accusation_to_other_units(cast: Cast, calendar: Turn):
    walk = sealed(cast)
    calendar(walk.on)
    accusing = walk.case.legs.get(unit=cast.discipline)
    letter = accusing.documents.get()
    for who in (cast.town_head, cast.dispatcher):
        person = Person(who)
        html = person.page(walk.case).content.decode()
        assert "请求修好村口的路" in html
        for word in (BRIBE, "红包", "金某", "村长", "检举", "纪委", "被反映"):
            assert word not in html, word
        for url in (
            f"/cases/{walk.case.pk}/letters/{letter.pk}/",
            f"/cases/{walk.case.pk}/accept/?leg={accusing.pk}",
            *(f"/cases/{walk.case.pk}/clocks/{clock.pk}/why/" for clock in accusing.clocks.all()),
        ):
            assert person.client.get(url).status_code == 404
    for who in (cast.village_head, cast.informant, cast.stranger, cast.system_admin):
        assert Person(who).page(walk.case).status_code == 404
    assert BRIBE in Person(cast.router).page(walk.case).content.decode()


def test_the_opinion_on_the_open_part_repeats_the_extract_alone(cast: Cast, calendar: Turn):
    walk = sealed(cast)
    Demand.objects.filter(case=walk.case, number=1).update(text=f"修好村口的路，{BRIBE}")
    accept(walk)
    take(walk)
    submit(walk)
    issue(walk)
    calendar(walk.on)
    opinion = walk.leg.documents.get(kind="handling_opinion")
    answer = Person(cast.town_handler).client.get(f"/cases/{walk.case.pk}/letters/{opinion.pk}/")
    assert "请求修好村口的路" in answer.content.decode()
    for page in (answer, Person(cast.town_handler).page(walk.case)):
        assert "红包" not in page.content.decode()


def test_a_letter_stands_alone_with_its_service_records(cast: Cast, calendar: Turn):
    walk = walk_to(cast, State.ANSWERED)
    calendar(walk.on)
    opinion = walk.leg.documents.get(kind="handling_opinion")
    answer = Person(cast.town_handler).client.get(
        f"/cases/{walk.case.pk}/letters/{opinion.pk}/", headers={"HX-Request": ""}
    )
    html = answer.content.decode()
    assert answer.status_code == 200
    assert opinion.number in html
    assert "青石镇人民政府" in html
    assert "邮寄送达" in html
    assert "本月修好" in html
    assert "no-store" in answer["Cache-Control"]
    assert Person(cast.stranger).client.get(f"/cases/{walk.case.pk}/letters/{opinion.pk}/").status_code == 404
    other = walk_to(cast, State.REFERRED).case
    assert Person(cast.coordinator).client.get(f"/cases/{other.pk}/letters/{opinion.pk}/").status_code == 404


def test_who_is_not_logged_in_is_sent_to_the_login_page(cast: Cast):
    case = register(cast)
    for url in (
        f"/cases/{case.pk}/",
        f"/cases/{case.pk}/refer/",
        f"/cases/{case.pk}/clocks/1/why/",
        f"/cases/{case.pk}/letters/1/",
    ):
        answer = Client().get(url)
        assert answer.status_code == 302
        assert answer["Location"].startswith("/login/?next=")
    assert Client().post(f"/cases/{case.pk}/refer/", {}).status_code == 302


def test_related_cases_of_the_matter_are_named_within_reach(cast: Cast, calendar: Turn):
    first, second = register(cast), register(cast)
    Case.objects.filter(pk=second.pk).update(matter=first.matter)
    answer = Person(cast.router).page(first)
    assert second.number in answer.content.decode()
