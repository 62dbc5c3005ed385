"""The telephone: a call registered with its call back and recording; nobody recorded untold; both doors."""

from datetime import timedelta

from cases.actions.inputs import DemandInput, RespondentInput
from cases.models import Case, Draft
from law.vocabulary import Kind
from organizations.models.record import RecordNotice
from organizations.today import today
from reception.calls import actions
from reception.calls.actions import CallInput, plan_call_back, register_call
from reception.calls.reading import due_calls, to_erase
from reception.models import CallBack, CallBackState, CallRecording
from tests.addresses import client_of
from tests.cases.api.caller import Caller
from tests.cases.views.intake_forms import typed
from tests.cast import Cast, register
from tests.refusals import refusal

PAGE = "/reception/calls/new/"
TOMORROW = today() + timedelta(days=1)


def test_a_call_is_registered_with_its_call_back_and_recording(cast: Cast):
    form = typed(
        page_callback_on=TOMORROW.isoformat(),
        page_callback_who=str(cast.router.pk),
        page_callback_about="告知转送到哪里",
        page_recording_number="REC-1",
        page_recording_told="on",
    )
    client = client_of(cast.clerk)
    for _ in range(2):
        assert client.post(PAGE, form).status_code == 302
    case, call = Case.objects.get(), CallBack.objects.get()
    assert (case.channel, call.case, call.who, call.due_on) == ("call", case, cast.router, TOMORROW)
    kept = CallRecording.objects.get()
    assert kept.keep_until == today() + timedelta(days=90)
    assert RecordNotice.objects.get().staff == cast.router
    page = client.get(f"/cases/{case.pk}/").content.decode()
    assert call.get_absolute_url() in page
    assert kept.get_absolute_url() in page


def test_nothing_is_preset_and_what_is_missing_is_said_at_its_field(cast: Cast):
    client = client_of(cast.clerk)
    form = client.get(PAGE, follow=True).context["form"]
    for name in ("page_callback_on", "page_callback_who", "page_recording_told", "category_code", "place"):
        assert not form[name].value(), name
    half = client.post(PAGE, typed(page_callback_about="再打", page_recording_number="REC-1"))
    assert half.status_code == 422
    assert set(half.context["form"].errors) == {"page_callback_on", "page_callback_who", "page_recording_told"}
    assert not Case.objects.exists()


def test_what_is_half_typed_of_a_call_is_kept(cast: Cast):
    client = client_of(cast.clerk)
    key = client.get(PAGE, follow=True).context["form"]["key"].value()
    client.post("/drafts/", typed(key=str(key), channel="call", page_callback_about="再打"))
    page = client.get(f"/cases/new/?draft={Draft.objects.get().pk}", follow=True)
    assert page.request["PATH_INFO"] == PAGE
    assert page.context["form"]["page_callback_about"].value() == "再打"


def test_a_call_back_is_tried_passed_on_made_or_given_up(cast: Cast):
    case, on = register(cast), today()
    row = plan_call_back(case.pk, who=cast.clerk, due_on=on, about="答复", by=cast.clerk)
    assert list(due_calls(cast.clerk, on)) == [row]
    assert refusal(actions.give_call_up, row, outcome="寄信", by=cast.clerk) == "never_called"
    row = actions.miss_call(row, due_on=TOMORROW, by=cast.clerk)
    assert not due_calls(cast.clerk, on).exists()
    row = actions.pass_call_on(row, who=cast.router, due_on=TOMORROW, by=cast.clerk)
    assert refusal(actions.pass_call_on, row, who=cast.supervisor, due_on=TOMORROW, by=cast.clerk) == "person_unfit"
    assert refusal(actions.miss_call, row, due_on=on - timedelta(days=1), by=cast.clerk) == "due_past"
    row = actions.call_back(row, outcome="已告知转送住建局", by=cast.router)
    assert (row.state, row.done_by, row.tries) == (CallBackState.DONE, cast.router, 1)
    assert refusal(actions.call_back, row, outcome="再说一次", by=cast.router) == "wrong_state"
    other = actions.miss_call(
        plan_call_back(case.pk, who=cast.clerk, due_on=on, about="答复", by=cast.clerk), due_on=on, by=cast.clerk
    )
    assert actions.give_call_up(other, outcome="寄了书面通知", by=cast.clerk).state == CallBackState.GIVEN_UP


def test_a_recording_needs_the_notice_has_one_number_and_is_erased_after_its_time(cast: Cast):
    case, on = register(cast), today()
    entered = {"number": "REC-9", "by": cast.clerk}
    assert refusal(actions.enter_recording, case.pk, told=False, **entered) == "notice_missing"
    row = actions.enter_recording(case.pk, told=True, **entered)
    assert refusal(actions.enter_recording, case.pk, told=True, **entered) == "recording_twice"
    assert refusal(actions.erase_recording, row, by=cast.clerk) == "still_kept"
    later = row.keep_until + timedelta(days=1)
    assert not to_erase(cast.clerk, on).exists()
    assert to_erase(cast.clerk, later).get() == row
    actions.erase_recording(row, by=cast.clerk, on=later)
    assert not to_erase(cast.clerk, later).exists()


def test_a_call_that_accuses_the_office_is_registered_with_everything_and_gone_from_the_desk(cast: Cast):
    case = register_call(
        by=cast.clerk,
        call=CallInput(TOMORROW, cast.clerk, "再打", "REC-2", recording_told=True),
        received_on=today(),
        content="局长收了钱。",
        demands=[DemandInput("局长收了钱", Kind.ACCUSATION)],
        respondents=[RespondentInput("吴局长", unit_id=cast.bureau.pk)],
    )
    assert CallBack.objects.get().case == case
    assert not CallBack.objects.readable_by(cast.clerk).exists()
    assert not CallRecording.objects.readable_by(cast.clerk).exists()
    assert not RecordNotice.objects.exists()


def test_pages_of_calls(cast: Cast):
    case, client = register(cast), client_of(cast.clerk)
    new = f"/reception/cases/{case.pk}/call-backs/new/"
    assert client.post(new, {"about": "答复"}).status_code == 422
    sent = {"who": str(cast.clerk.pk), "due_on": TOMORROW.isoformat(), "about": "答复"}
    answer = client.post(new, sent)
    row = CallBack.objects.get()
    assert answer["Location"] == row.get_absolute_url()
    for what in ("mine", "open", "done"):
        assert client.get(f"/reception/call-backs/?list={what}").content.decode().count(case.number) == (what != "done")
    assert client.post(f"{row.get_absolute_url()}called/", {"outcome": "已告知"}).status_code == 302
    kept = actions.enter_recording(case.pk, number="REC-3", told=True, by=cast.clerk)
    assert client.get("/reception/recordings/").content.decode().count("REC-3") == 1
    assert client.get(kept.get_absolute_url()).status_code == 200
    assert client.get(f"{kept.get_absolute_url()}erase/").status_code == 422
    assert client_of(cast.supervisor).get("/reception/call-backs/").status_code == 403
    assert client_of(cast.supervisor).get(row.get_absolute_url()).status_code == 404


def test_programs_register_calls(cast: Cast):
    call = Caller(cast.clerk)
    body = {
        "received_on": today().isoformat(),
        "content": "路灯不亮。",
        "source": "pbx",
        "external_number": "1",
        "callback_on": TOMORROW.isoformat(),
        "callback_who": cast.router.pk,
        "recording_number": "REC-4",
    }
    untold = call.post("/reception/calls/", body)
    assert (untold.status_code, untold.json()["code"]) == (422, "notice_missing")
    assert not Case.objects.exists()
    done = call.post("/reception/calls/", {**body, "recording_told": True})
    assert done.status_code == 201, done.content
    assert call.post("/reception/calls/", {**body, "recording_told": True}).status_code == 200
    [row] = call.get("/reception/call-backs/").json()["results"]
    assert (row["who"], row["case"]) == (cast.router.name, Case.objects.get().pk)
    missed = call.post(f"/reception/call-backs/{row['id']}/miss/", {"due_on": TOMORROW.isoformat()})
    assert missed.json()["tries"] == 1
    assert call.get(f"/reception/call-backs/{row['id']}/").status_code == 200
    [kept] = call.get("/reception/recordings/").json()["results"]
    assert call.post(f"/reception/recordings/{kept['id']}/erase/", {}).json()["code"] == "still_kept"
    planned = call.post(
        f"/reception/cases/{Case.objects.get().pk}/call-backs/",
        {"who": cast.clerk.pk, "due_on": TOMORROW.isoformat(), "about": "答复"},
    )
    assert planned.status_code == 201
