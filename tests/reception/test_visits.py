"""Visits: registered by the one registration, each with its answer or its owner and date; who came; the rating; both doors."""

from datetime import timedelta
from typing import Any

from django.db import connection
from django.test.utils import CaptureQueriesContext

from cases.actions.inputs import DemandInput, PartyInput, RespondentInput
from cases.models import Case
from cases.models.party import PartyRole
from law.ratings import Score
from law.vocabulary import Channel, Kind
from organizations.models import JournalEntry, RecordLetter
from organizations.models.record import RecordNotice
from organizations.today import today
from reception.models import AnswerWay, HallVisit, VisitorList, VisitRating
from reception.visits import actions
from reception.visits.reading import counts_of_day, late_visits, my_open_visits, ratings_of_month
from reception.visits.receiving import VisitInput, register_visit
from reception.visits.visitors import list_visitors
from tests.addresses import client_of
from tests.cases.api.caller import Caller
from tests.cases.views.intake_forms import typed
from tests.cast import LAO_WANG, Cast, register
from tests.refusals import refusal

PAGE = "/reception/visits/new/"
TOMORROW = today() + timedelta(days=1)
FIFTY = "\n".join(f"村民{n}  电话略" for n in range(1, 51))


def visited(cast: Cast, *, by: Any = None, visit: VisitInput | None = None, **more: Any) -> HallVisit:
    said: dict[str, Any] = {"received_on": today(), "content": "水渠堵了半年，庄稼没水浇。", "parties": [LAO_WANG]}
    register_visit(by=by or cast.clerk, visit=visit or VisitInput(), **{**said, **more})
    found: HallVisit = HallVisit.objects.order_by("-id")[0]
    return found


def test_a_visit_is_registered_once_with_who_answers_by_when(cast: Cast):
    form = typed(page_owner=str(cast.router.pk), page_due_on=TOMORROW.isoformat(), page_talk="说明了路径")
    client = client_of(cast.clerk)
    for _ in range(2):
        assert client.post(PAGE, form).status_code == 302
    case, row = Case.objects.get(), HallVisit.objects.get()
    assert (case.channel, row.case, row.first_asked) == ("visit", case, cast.clerk)
    assert (row.owner, row.due_on, row.people, row.collective) == (cast.router, TOMORROW, 1, False)
    assert RecordNotice.objects.get().staff == cast.router
    assert row.get_absolute_url() in client.get(f"/cases/{case.pk}/").content.decode()
    assert list(my_open_visits(cast.router, today())) == [row]
    assert late_visits(cast.clerk, TOMORROW + timedelta(days=1)).get() == row


def test_what_is_not_answered_is_owed_by_who_was_asked_first_within_the_days_set(cast: Cast):
    row = visited(cast)
    assert (row.owner, row.due_on, row.state) == (cast.clerk, today() + timedelta(days=15), "open")
    form = client_of(cast.clerk).get(PAGE, follow=True).context["form"]
    for name in ("page_owner", "page_due_on", "page_answer"):
        assert not form[name].value(), name


def test_an_answer_on_the_spot_goes_with_its_notice(cast: Cast):
    row = visited(cast, visit=VisitInput(answer="已告知低保的申请条件。"))
    assert (row.state, row.way, row.answered_by) == ("answered", AnswerWay.ON_THE_SPOT, cast.clerk)
    letter = RecordLetter.objects.get()
    assert "访答〔" in letter.number
    for words in ("已告知低保的申请条件。", row.case.number, "不代替受理告知书和处理意见书"):
        assert words in letter.content
    assert refusal(actions.answer_visit, row, answer="再答", way=AnswerWay.CALL, by=cast.clerk) == "wrong_state"


def test_an_answer_is_put_off_handed_over_and_given(cast: Cast):
    row = visited(cast)
    assert refusal(actions.put_visit_off, row, due_on=today() - timedelta(days=1), by=cast.clerk) == "due_past"
    row = actions.put_visit_off(row, due_on=TOMORROW, by=cast.clerk)
    to: dict[str, Any] = {"due_on": TOMORROW, "by": cast.clerk}
    assert refusal(actions.hand_visit_over, row, owner=cast.supervisor, **to) == "person_unfit"
    row = actions.hand_visit_over(row, owner=cast.router, **to)
    assert (row.owner, row.first_asked) == (cast.router, cast.clerk)
    row = actions.miss_visitor(row, by=cast.router)
    late: dict[str, Any] = {"on": TOMORROW, "by": cast.router, "answer": "已办"}
    assert refusal(actions.answer_visit, row, way=AnswerWay.ON_THE_SPOT, **late) == "not_on_the_spot"
    row = actions.answer_visit(row, way=AnswerWay.CALL, **late)
    assert (row.answered_by, row.tries, RecordLetter.objects.count()) == (cast.router, 1, 0)


def test_five_representatives_talk_at_most_and_the_record_is_made(cast: Cast):
    people = [PartyInput(f"代表{n}", role=PartyRole.REPRESENTATIVE) for n in range(6)]
    row = visited(cast, parties=people)
    assert (row.people, row.representatives, row.collective) == (6, 6, True), "registered all the same (Art. 22)"
    talk: dict[str, Any] = {"talk": "说明路径", "by": cast.clerk}
    assert refusal(actions.record_talk, row, **talk) == "too_many_representatives"
    row = actions.record_talk(row, representatives=5, **talk)
    assert "推选代表5人" in RecordLetter.objects.get().content


def test_a_list_of_fifty_is_read_by_its_registrar_and_the_handler_alone(cast: Cast):
    row = visited(cast, visit=VisitInput(people=FIFTY))
    assert (row.people, row.collective) == (50, True)
    listed, url = VisitorList.objects.get(), f"{row.get_absolute_url()}list/"
    assert client_of(cast.clerk).get(url).content.decode().count("村民") == 50
    assert JournalEntry.objects.filter(verb="reception.visit_list_read", by=cast.clerk).count() == 1
    for other in (cast.router, cast.bureau_head, cast.coordinator, cast.supervisor):
        assert client_of(other).get(url).status_code == 404, other
    page = client_of(cast.router).get(row.get_absolute_url()).content.decode()
    assert "50人次（集体访）" in page
    assert "村民" not in page
    assert url not in page
    at: dict[str, Any] = {"unit": cast.bureau, "district": cast.area, "state": "accepted", "received_on": today()}
    leg = row.case.legs.create(handler=cast.bureau_head, **at)
    assert client_of(leg.handler).get(url).status_code == 200
    with connection.cursor() as cursor:
        cursor.execute("SELECT people FROM reception_visitorlist WHERE id = %s", [listed.pk])
        assert "村民" not in cursor.fetchone()[0]


def test_a_list_comes_later_once_from_who_registered_the_visit(cast: Cast):
    row = visited(cast)
    assert refusal(list_visitors, row, people=FIFTY, by=cast.router) == "not_registrar"
    assert refusal(list_visitors, row, people=" \n", by=cast.clerk) == "nothing_listed"
    list_visitors(row, people=FIFTY, by=cast.clerk)
    row.refresh_from_db()
    assert (row.people, row.collective) == (50, True)
    assert refusal(list_visitors, row, people=FIFTY, by=cast.clerk) == "listed_already"


def test_who_received_or_answers_takes_no_rating_and_below_five_nothing_is_shown(cast: Cast):
    row = visited(cast)
    assert refusal(actions.rate_visit, row, score=Score.NOT, by=cast.clerk) == "own_rating"
    for _ in range(5):
        assert ratings_of_month(cast.clerk, today()) is None
        actions.rate_visit(row, score=Score.MOSTLY, by=cast.router)
        assert refusal(actions.rate_visit, row, score=Score.NOT, by=cast.router) == "rated_already"
        row = visited(cast)
    assert ratings_of_month(cast.clerk, today()) == {"satisfied": 0, "mostly": 5, "not": 0}
    page = client_of(cast.clerk).get(VisitRating.objects.first().visit.get_absolute_url()).content.decode()
    assert "基本满意" not in page
    assert not [e for e in JournalEntry.objects.filter(verb="reception.visit_rated") if e.facts]


def test_a_visit_that_accuses_the_office_is_registered_with_everything_and_gone_from_the_desk(cast: Cast):
    row = visited(
        cast,
        visit=VisitInput(answer="已告知向纪委监委反映", people=FIFTY),
        demands=[DemandInput("局长收了钱", Kind.ACCUSATION)],
        respondents=[RespondentInput("吴局长", unit_id=cast.bureau.pk)],
    )
    assert row.state == "answered"
    for model in (HallVisit, VisitorList):
        assert not model.objects.readable_by(cast.clerk).exists()
    assert client_of(cast.clerk).get(row.get_absolute_url()).status_code == 404
    assert counts_of_day(cast.clerk, today())["batches"] == 0


def test_a_village_receives_visits_and_sees_its_own_alone(cast: Cast):
    row = visited(cast, by=cast.informant)
    assert (row.unit, row.case.unit, row.owner) == (cast.village, cast.town, cast.informant)
    assert client_of(cast.informant).get(row.get_absolute_url()).status_code == 200
    assert client_of(cast.next_informant).get(row.get_absolute_url()).status_code == 404


def test_batches_and_people_are_counted_apart_and_a_list_costs_the_same(cast: Cast):
    def cost() -> int:
        client = client_of(cast.clerk)
        client.get("/reception/visits/?list=all")
        with CaptureQueriesContext(connection) as queries:
            assert client.get("/reception/visits/?list=all").status_code == 200
        return len(queries)

    visited(cast, petitioner_count=3)
    few = cost()
    for _ in range(4):
        visited(cast, petitioner_count=5, visit=VisitInput(answer="已答复"))
    assert cost() == few
    assert counts_of_day(cast.clerk, today()) == {"batches": 5, "people": 23, "collective": 4, "answered": 4}


def test_pages_of_a_visit(cast: Cast):
    client, row = client_of(cast.clerk), visited(cast)
    for what in ("mine", "open", "all"):
        assert row.case.number in client.get(f"/reception/visits/?list={what}").content.decode(), what
    assert client.get("/reception/visits/?list=names").status_code == 422
    page = row.get_absolute_url()
    assert client.post(f"{page}answer/", {"answer": "已办"}).status_code == 422
    assert client.post(f"{page}answer/", {"answer": "已办", "way": "written"}).status_code == 302
    assert client_of(cast.router).post(f"{page}rate/", {"score": "satisfied"}).status_code == 302
    assert client_of(cast.supervisor).get("/reception/visits/").status_code == 403
    assert client_of(cast.supervisor).get(page).status_code == 404


def test_a_visit_registered_by_another_door_is_received_once(cast: Cast):
    case = register(cast, channel=Channel.VISIT)
    client, new = client_of(cast.clerk), f"/reception/cases/{case.pk}/visits/new/"
    assert new in client.get(f"/cases/{case.pk}/").content.decode()
    answer = client.post(new, {"answer": "已说明路径"})
    row = HallVisit.objects.get()
    assert (answer["Location"], row.way) == (row.get_absolute_url(), AnswerWay.WRITTEN), "not on the day of the visit"
    assert client.post(new, {"answer": "再来"}).status_code == 409
    assert new not in client.get(f"/cases/{case.pk}/").content.decode()
    letter = Caller(cast.clerk).post(f"/reception/cases/{register(cast).pk}/visits/", {})
    assert letter.json()["code"] == "not_a_visit"


def test_the_handler_reads_the_visit_on_the_case_and_the_page_asks_fifteen_times_at_most(cast: Cast):
    row = visited(cast, visit=VisitInput(people=FIFTY))
    at: dict[str, Any] = {"unit": cast.bureau, "district": cast.area, "state": "accepted", "received_on": today()}
    row.case.legs.create(handler=cast.bureau_head, **at)
    for reader in (cast.bureau_head, cast.clerk):
        client = client_of(reader)
        client.get(f"/cases/{row.case.pk}/")
        with CaptureQueriesContext(connection) as queries:
            page = client.get(f"/cases/{row.case.pk}/").content.decode()
        assert row.get_absolute_url() in page
        assert len(queries) <= 15, reader


def test_programs_register_visits(cast: Cast):
    call = Caller(cast.clerk)
    body: dict[str, Any] = {"received_on": today().isoformat(), "content": "路灯不亮。", "people": FIFTY}
    body |= {"source": "hall", "external_number": "1", "owner": cast.router.pk, "due_on": TOMORROW.isoformat()}
    assert call.post("/reception/visits/", body).status_code == 201
    assert call.post("/reception/visits/", body).status_code == 200
    [row] = call.get("/reception/visits/").json()["results"]
    assert (row["people"], row["owner"]) == (50, cast.router.name)
    assert len(call.get(f"/reception/visits/{row['id']}/list/").json()["people"]) == 50
    assert Caller(cast.router).get(f"/reception/visits/{row['id']}/list/").status_code == 404
    done = call.post(f"/reception/visits/{row['id']}/answer/", {"answer": "已修好", "way": "call"})
    assert done.json().get("state") == "answered", done.content.decode()
    assert call.get(f"/reception/visits/{row['id']}/").json()["way"] == "call"
