"""What a petitioner does with his code: his own acts, on his own case; words to the office; who looked at it."""

from typing import Any
from uuid import uuid4

import pytest
from django.core.cache import cache
from django.test import Client

from cases.models import Attachment, Case, Event, Rating, Recusal, Remedy, Withdrawal
from kit.days import day_words
from law.vocabulary import Act, Duty, State
from organizations.models import JournalEntry
from organizations.models.record import RecordNotice
from organizations.today import on_the_day
from reception.models import CitizenWord
from reception.portal.codes import issue
from tests.addresses import client_of
from tests.cases.uploads import PDF, upload
from tests.cast import Cast, register
from tests.reception.portal import CASE, LOOK_UP
from tests.remedy_walks import receipt
from tests.walks import Walk, walk_to

pytestmark = pytest.mark.usefixtures("no_broker")
CODE = "0123456789ABCDEF"


@pytest.fixture(autouse=True)
def nothing_counted() -> None:
    cache.clear()


def inside(case: Case) -> Client:
    """A browser of the petitioner, who has looked his case up."""
    issue(case, case.parties.order_by("pk")[0], CODE)
    client = Client()
    assert client.post(LOOK_UP, {"number": case.number, "code": CODE.lower()})["Location"] == CASE
    return client


def do(client: Client, act: Act, leg: Any = None, **typed: Any) -> Any:
    return client.post(f"{CASE}do/{act}/{leg.pk if leg else 0}/", typed)


def test_he_sees_where_it_is_until_when_and_his_letters(cast: Cast):
    walk = walk_to(cast, State.ANSWERED)
    receipt(walk)
    with on_the_day(walk.on):
        client = inside(walk.case)
        page = client.get(CASE)
        said = page.content.decode()
        [letter, *_] = page.context["letters"]
        assert "您可以申请复查" in said
        assert day_words(walk.leg.clocks.get(duty=Duty.REEXAM_REQ_30D).due_on) in said
        assert cast.town.formal_name in said
        assert client.get(f"{CASE}letters/{letter.pk}/").status_code == 200
        inner = walk.case.documents.exclude(pk__in=[each.pk for each in page.context["letters"]]).first()
        assert inner, "the letter of referral is not his"
        assert client.get(f"{CASE}letters/{inner.pk}/").status_code == 404
        for name in (cast.town_handler.name, cast.town_head.name):
            assert name not in said


def test_he_does_what_is_his_own_affair_by_the_acts_themselves(cast: Cast):
    walk = walk_to(cast, State.ANSWERED)
    receipt(walk)
    with on_the_day(walk.on):
        client = inside(walk.case)
        assert do(client, Act.ADD_FILE, title="合同", uploads=upload("合同.pdf", PDF)).status_code == 302
        rated = {"rated": "unit", "score": "satisfied", "words": "修好了"}
        assert do(client, Act.RATE, walk.leg, **rated).status_code == 302
        assert do(client, Act.RATE, walk.leg, **rated).status_code == 409, "once"
        assert do(client, Act.REQUEST_REEXAMINATION, walk.leg, request="没有写清怎么修").status_code == 302
    party = walk.case.parties.order_by("pk")[0]
    done = Event.objects.filter(case=walk.case, party=party.pk).values_list("act", flat=True)
    assert set(done) == {Act.ADD_FILE, Act.RATE, Act.REQUEST_REEXAMINATION}
    assert Attachment.objects.get().added_by is None
    assert Rating.objects.get().way == "portal"
    assert (Remedy.objects.get().channel, Remedy.objects.get().registered_by) == ("online", None)


def test_he_withdraws_thinks_better_of_it_and_asks_that_somebody_keeps_out(cast: Cast):
    walk = walk_to(cast, State.IN_HANDLING)
    with on_the_day(walk.on):
        client = inside(walk.case)
        assert do(client, Act.ASK_WITHDRAWAL, walk.leg, reason="").status_code == 422
        assert do(client, Act.ASK_WITHDRAWAL, walk.leg, reason="已经修好").status_code == 302
        assert do(client, Act.REVOKE_WITHDRAWAL, walk.leg, reason="没有修好").status_code == 302
        form = client.get(f"{CASE}do/{Act.REQUEST_RECUSAL}/{walk.leg.pk}/").context["form"]
        labels = [label for _, label in form.fields["person"].choices]
        assert labels == ["请选择", "承办人", "单位负责人"]
        assert do(client, Act.REQUEST_RECUSAL, walk.leg, person="0", reason="是亲属").status_code == 302
    assert Withdrawal.objects.get().revoked_on
    assert Recusal.objects.get().person == walk.handler
    assert do(client, Act.WITHDRAW, walk.leg, how="x").status_code in (302, 404)
    assert not Event.objects.filter(case=walk.case, act=Act.WITHDRAW).exists()


def test_nothing_is_done_without_a_code_or_on_another_case(cast: Cast):
    walk, other = walk_to(cast, State.IN_HANDLING), walk_to(cast, State.IN_HANDLING)
    with on_the_day(walk.on):
        client = inside(other.case)
        assert do(client, Act.ASK_WITHDRAWAL, walk.leg, reason="x").status_code == 404
        assert do(Client(), Act.ASK_WITHDRAWAL, walk.leg, reason="x")["Location"] == LOOK_UP
    assert not Withdrawal.objects.exists()


def test_of_a_sealed_case_he_adds_nothing_online_and_sees_no_part_of_it(cast: Cast):
    walk: Walk = walk_to(cast, State.IN_HANDLING)
    Case.objects.filter(pk=walk.case.pk).update(sealed=True)
    walk.case.legs.update(held_accusation=True)
    with on_the_day(walk.on):
        client = inside(walk.refresh().case)
        page = client.get(CASE)
        assert (page.context["parts"], page.context["letters"], page.context["buttons"]) == ([], [], [])
        assert cast.town.formal_name not in page.content.decode()
        assert do(client, Act.ADD_FILE, title="x", uploads=upload("a.pdf", PDF)).status_code == 404


def test_a_question_goes_to_who_works_on_it_and_its_answer_to_him(cast: Cast):
    case = register(cast)
    client, key = inside(case), str(uuid4())
    for _ in range(2):
        assert client.post(f"{CASE}words/ask/", {"key": key, "text": "办到哪里了？"}).status_code == 302
    row = CitizenWord.objects.get()
    assert row.unit == cast.bureau
    assert cast.router in [notice.staff for notice in RecordNotice.objects.select_related("staff")]
    router = client_of(cast.router)
    assert case.number in router.get("/reception/words/").content.decode()
    assert client_of(cast.housing_head).get(row.get_absolute_url()).status_code == 404
    assert router.post(f"{row.get_absolute_url()}answer/", {"answer": "已转青石镇。"}).status_code == 302
    assert "已转青石镇。" in client.get(CASE).content.decode()


def test_retaliation_is_heard_by_the_head_and_where_he_is_named_above_him(cast: Cast):
    client = inside(register(cast))
    for about, hears, not_heard in (("others", cast.bureau_head, cast.leader), ("head", cast.leader, cast.bureau_head)):
        sent = {"key": str(uuid4()), "about": about, "text": "有人威胁我"}
        assert client.post(f"{CASE}words/retaliation/", sent).status_code == 302
        row = CitizenWord.objects.latest("pk")
        assert client_of(hears).get(row.get_absolute_url()).status_code == 200
        for person in (not_heard, cast.router, cast.clerk, cast.town_head):
            assert client_of(person).get(row.get_absolute_url()).status_code == 404, person.name
    facts = [entry.facts for entry in JournalEntry.objects.filter(verb="portal.said")]
    assert "威胁" not in str(facts)


def test_he_is_told_which_offices_looked_and_no_names(cast: Cast):
    case = register(cast)
    reason = {"reason": "核对住址", "subject": "parties"}
    client_of(cast.clerk).post(f"/cases/{case.pk}/unmask/", reason)
    client = inside(case)
    said = client.get(f"{CASE}who/").content.decode()
    seen = Event.objects.filter(case=case, act=Act.UNMASK).count()
    assert said.count(cast.bureau.name) == seen
    assert cast.clerk.name not in said
