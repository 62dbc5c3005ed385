"""Consultations: three fields, an owner and a day; one key to a petition; some are looked at by another; both doors."""

from datetime import timedelta
from typing import Any

from django.db import connection
from django.test.utils import CaptureQueriesContext

from cases.models import Case
from organizations.models import RecordLetter
from organizations.today import today
from reception.consultations import actions
from reception.consultations.actions import consult, draw_consultations
from reception.consultations.reading import (
    consultations_of_month,
    my_consultations,
    petitions_of_month,
    to_check,
    to_register,
)
from reception.hall.actions import take_ticket
from reception.models import Consultation, ConsultationDraw, Service, Verdict, WindowKind
from tests.addresses import client_of
from tests.cases.api.caller import Caller
from tests.cases.views.intake_forms import typed
from tests.cast import Cast
from tests.refusals import refusal

ASKED = {"about": "低保怎样申请？", "answer": "到镇里民政窗口。"}


def entered(cast: Cast, *, service: Service = Service.EXPLAINED, **more: Any) -> Consultation:
    return consult(**{**ASKED, "service": service, "by": cast.clerk, **more})


def test_what_is_explained_is_done_and_what_is_promised_has_an_owner_and_a_day(cast: Cast):
    assert entered(cast).state == "done"
    assert refusal(entered, cast, answer=" ") == "answer_missing"
    row = entered(cast, service=Service.PROMISED, answer="")
    assert (row.state, row.owner, row.due_on) == ("open", cast.clerk, today() + timedelta(days=5))
    assert list(my_consultations(cast.clerk, today())) == [row]
    row = actions.hand_consultation_over(row, owner=cast.router, by=cast.clerk)
    row = actions.miss_consultation(row, by=cast.router)
    row = actions.finish_consultation(row, answer="已代为查询", by=cast.router)
    assert (row.first_asked, row.owner, row.tries, row.done_on) == (cast.clerk, cast.router, 1, today())
    assert not Case.objects.exists(), "no petition, no clock"


def test_everything_that_is_needed_is_said_at_one_time(cast: Cast):
    actions.inform_once(entered(cast), text="身份证、户口簿；到民政局。", by=cast.clerk)
    letter = RecordLetter.objects.get()
    assert "一告〔" in letter.number
    assert "身份证、户口簿" in letter.content


def test_one_key_makes_it_a_petition_with_what_was_asked(cast: Cast):
    row, client = entered(cast), client_of(cast.clerk)
    page = client.get(f"/reception/visits/new/?consultation={row.pk}", follow=True)
    form = page.context["form"]
    assert (form["content"].value(), form["page_consultation"].value()) == (ASKED["about"], row.pk)
    sent = typed(page_consultation=row.pk)
    assert client.post("/reception/visits/new/", sent).status_code == 302
    row.refresh_from_db()
    assert (row.state, row.case) == ("registered", Case.objects.get())
    assert client.get(f"/reception/visits/new/?consultation={row.pk}", follow=True).status_code == 409
    again = client.post("/reception/visits/new/", {**sent, "key": typed()["key"]})
    assert again.status_code == 409
    assert 'name="page_consultation"' not in again.content.decode()


def test_two_in_a_hundred_of_a_week_are_looked_at_by_another(cast: Cast):
    monday = today() - timedelta(days=today().weekday())
    for _ in range(3):
        entered(cast, on=monday - timedelta(days=3))
    assert draw_consultations(monday) == 1, "one at least"
    assert draw_consultations(monday + timedelta(days=1)) == 0, "once a week"
    drawn = ConsultationDraw.objects.get()
    assert (drawn.of, drawn.share, drawn.unit) == (3, 2, cast.bureau)
    row = Consultation.objects.get(drawn_on=monday)
    assert not to_check(cast.clerk, monday).exists()
    assert list(to_check(cast.router, monday)) == [row]
    check = actions.check_consultation
    assert refusal(check, row, verdict=Verdict.SOUND, by=cast.clerk) == "own_consultation"
    other = Consultation.objects.filter(drawn_on=None).first()
    assert refusal(check, other, verdict=Verdict.SOUND, by=cast.router) == "not_drawn"
    check(row, verdict=Verdict.PETITION, by=cast.router)
    assert refusal(check, row, verdict=Verdict.SOUND, by=cast.router) == "checked_already"
    assert list(to_register(cast.clerk, monday)) == [row]
    assert [
        petitions_of_month(cast.clerk, row.asked_on).get(),
        consultations_of_month(cast.clerk, row.asked_on).count(),
    ] == [row, 3]


def test_pages_of_consultations(cast: Cast):
    client = client_of(cast.clerk)
    ticket = take_ticket(kind=WindowKind.ADVICE, by=cast.clerk)
    new = f"/reception/consultations/new/?ticket={ticket.pk}"
    assert f'value="{ticket.pk}"' in client.get(new).content.decode()
    sent = {**ASKED, "service": "explained", "ticket": str(ticket.pk)}
    assert client.post(new, {**sent, "service": ""}).status_code == 422
    answer = client.post(new, sent)
    row = Consultation.objects.get()
    assert (answer["Location"], row.ticket) == (row.get_absolute_url(), ticket)
    for what in ("mine", "open", "drawn", "all"):
        page = client.get(f"/reception/consultations/?list={what}").content.decode()
        assert (ASKED["about"] in page) == (what == "all"), what
    assert client.post(f"{row.get_absolute_url()}inform/", {"text": "带身份证"}).status_code == 302
    assert client.get(row.get_absolute_url()).status_code == 200
    assert client_of(cast.supervisor).get("/reception/consultations/").status_code == 403
    assert client_of(cast.dispatcher).get(row.get_absolute_url()).status_code == 404


def test_a_list_costs_the_same_however_many_there_are(cast: Cast):
    def cost() -> int:
        client = client_of(cast.clerk)
        client.get("/reception/consultations/?list=all")
        with CaptureQueriesContext(connection) as queries:
            assert client.get("/reception/consultations/?list=all").status_code == 200
        return len(queries)

    entered(cast)
    few = cost()
    for _ in range(12):
        entered(cast)
    assert cost() == few


def test_programs_enter_consultations(cast: Cast):
    call = Caller(cast.clerk)
    refused = call.post("/reception/consultations/", {"about": "几点下班？", "service": "explained"})
    assert refused.json()["code"] == "answer_missing"
    row = call.post("/reception/consultations/", {"about": "代填表格", "service": "on_behalf"}).json()
    assert (row["state"], row["first_asked"]) == ("open", cast.clerk.name)
    done = call.post(f"/reception/consultations/{row['id']}/finish/", {"answer": "已代填"})
    assert done.json()["state"] == "done"
    assert call.get("/reception/consultations/?list=all").json()["results"][0]["answer"] == "已代填"
    assert Caller(cast.dispatcher).get(f"/reception/consultations/{row['id']}/").status_code == 404
