"""What an act needs besides the state, put right by hand for the table of states and acts."""

from datetime import timedelta
from typing import Any

from cases.clocks import start_clock
from cases.doors.table import ACTIONS
from cases.models import (
    Case,
    Dissuasion,
    Document,
    Finalization,
    Involvement,
    Leg,
    Redirect,
    Respondent,
    Service,
    SideExit,
    UrgentReport,
)
from cases.models.clock import RUNNING
from cases.sight.keeping import keep_reach
from law.procedure import DISPATCHED, REMEDIES
from law.remedies import OPINION_IN, RemedyDecision
from law.service import INFORMING
from law.vocabulary import Act, Channel, Duty, Movement, State
from tests.cases.remedies_by_hand import asked_late, published, refused_before, reviewed_after_hearing
from tests.cases.side_acts import DISSUADED, prepare_beside
from tests.cases.table import OFFICIALS, Scene
from tests.remedy_walks import DRAFT

DECIDED = {State.NO_LONGER_ACCEPTED: Act.NO_LONGER_ACCEPT, State.FILED: Act.FILE_ONLY}


def prepare(act: Act, scene: Scene) -> None:
    """Put right what the act needs besides the state, where another act of the way did it already."""
    prepare_beside(act, scene)
    prepare_slip(act, scene)
    case, leg = scene.walk.refresh().case, scene.leg
    if act in (Act.KEEP, Act.DIRECT_ELSEWHERE):
        Case.objects.filter(pk=case.pk).update(unit=scene.walk.cast.town)
    if act is Act.TELL_ON_SPOT:
        Case.objects.filter(pk=case.pk).update(channel=Channel.VISIT, received_on=scene.walk.on)
    if act is Act.NOTIFY:
        Service.objects.filter(document__leg=leg, document__kind="acceptance_notice").delete()
        leg.clocks.filter(duty=Duty.NOTICE_REFERRED_15D).update(met_on=None)
        if not leg.documents.filter(kind="acceptance_notice").exists():
            a_notice(scene)
    if act is Act.RECORD_RETURN and state_of(leg) in DISPATCHED:
        sent = {"method": "post", "sent_on": scene.walk.on, "recorded_by": scene.head}
        Service.objects.create(document=a_notice(scene), **sent)
    if act is Act.SERVE and state_of(leg) is State.ANSWERED:
        Service.objects.filter(document__leg=leg).update(returned_on=scene.walk.on, returned_reason="查无此人")
    if act is Act.WAIVE_NOTICE:
        Service.objects.filter(document__leg=leg, document__kind__in=INFORMING).delete()
        leg.__class__.objects.filter(pk=leg.pk).update(movement=Movement.DIRECT)
        Case.objects.filter(pk=case.pk).update(anonymous=True)
        case.clocks.filter(duty=Duty.NOTICE_DIRECT_15D, leg=None).delete()
        start_clock(Duty.NOTICE_DIRECT_15D, case, leg=None, unit=case.unit, starts_on=scene.walk.on)
    prepare_remedy(act, scene)
    prepare_refusal(act, scene)
    prepare_exit(act, scene, case, leg)
    prepare_jurisdiction(act, scene, case, leg)
    if act is Act.CLOSE and leg.state in REMEDIES:
        close_up(scene)
    elif act is Act.CLOSE and not leg.clocks.filter(duty=Duty.REEXAM_REQ_30D).exists():
        given = {"received_on": scene.walk.on, "receiver": "老王", "leg_id": leg.pk, "by": scene.handler}
        state = leg.state
        leg.__class__.objects.filter(pk=leg.pk).update(state=State.ANSWERED)
        ACTIONS[Act.RECORD_RECEIPT](case.pk, on=scene.walk.on, **given)
        ACTIONS[Act.REPORT_CONCLUSION](case.pk, leg_id=leg.pk, by=scene.handler, on=scene.walk.on, text="办结")
        leg.__class__.objects.filter(pk=leg.pk).update(state=state)


def prepare_slip(act: Act, scene: Scene) -> None:
    """A notice that meets no duty, written down as sent, and who says that this was a slip."""
    if act not in (Act.ASK_UNDOING, Act.UNDO_SERVICE, Act.REFUSE_UNDOING):
        return
    given: dict[str, Any] = {"leg_id": scene.leg.pk, "by": scene.handler, "on": scene.walk.on}
    letter = a_notice(scene, "extension_notice")
    ACTIONS[Act.NOTIFY](scene.walk.case.pk, method="post", document=letter.pk, **given)
    if act is not Act.ASK_UNDOING:
        ACTIONS[Act.ASK_UNDOING](scene.walk.case.pk, document=letter.pk, reason="登记错了", **given)


def a_notice(scene: Scene, kind: str = "acceptance_notice") -> Document:
    """A notice of the unit of the leg, not sent yet."""
    return Document.objects.create(
        case=scene.walk.case,
        leg=scene.leg,
        unit=scene.leg.unit,
        kind=kind,
        number="1",
        content="受理告知书",
        issued_on=scene.walk.on,
        issued_by=scene.head,
    )


def state_of(leg: Leg) -> State:
    """The state of a leg as it is now."""
    return State(Leg.objects.get(pk=leg.pk).state)


def prepare_remedy(act: Act, scene: Scene) -> None:
    """A draft for who decides, an opinion that nobody served or received, a report to send back, a case to review."""
    case, leg, decides = scene.walk.case, scene.leg, RemedyDecision.UPHOLD
    if act in (Act.DECIDE_REEXAMINATION, Act.DECIDE_REVIEW, Act.REMAND):
        decision = RemedyDecision.REMAND if act is Act.REMAND else decides
        drafted = {"drafted_by": scene.walk.cast.router, "drafted_on": scene.walk.on, "remand_days": 30, **DRAFT}
        leg.remedies.filter(decided_on=None).update(decision=decision, **drafted)
    if act is Act.SERVE and leg.state in REMEDIES:
        Service.objects.filter(document__in=leg.documents.filter(kind=OPINION_IN[State(leg.state)])).delete()
    if act is Act.REMARK_DISSUASION:
        Dissuasion.objects.create(case=case, on=scene.walk.on, unit=case.unit, by=scene.handler, **DISSUADED)
    if act is Act.RATE:
        Service.objects.filter(document__leg=leg).update(sent_on=scene.walk.on, received_on=scene.walk.on)
    if act is Act.REJECT_CONCLUSION:
        given = {"leg_id": leg.pk, "by": scene.handler, "on": scene.walk.on, "text": "办结"}
        ACTIONS[Act.REPORT_CONCLUSION](case.pk, **given)
    if act is Act.FINALIZE:
        given = {"ground": "judicial_final", "reason": "判决", "proposed_on": scene.walk.on}
        Finalization.objects.create(leg=leg, proposed_by=scene.handler, **given)
    if act is Act.ARCHIVE:
        leg.clocks.filter(RUNNING).update(met_on=scene.walk.on)
    if act in (Act.CORRECT_LETTER, Act.ATTACH_SCAN) and not leg.documents.exists():
        a_notice(scene)
    if act is Act.REQUEST_REVIEW and leg.state == State.CLOSED:
        opinion = Document.objects.create(
            case=case,
            leg=leg,
            unit=scene.walk.cast.gov,
            kind="reexam_opinion",
            number="1",
            content="维持",
            issued_on=scene.walk.on,
            issued_by=scene.head,
        )
        Service.objects.create(document=opinion, method="post", sent_on=scene.walk.on, recorded_by=scene.head)


def prepare_refusal(act: Act, scene: Scene) -> None:
    """A request that came late, and one that was not taken up."""
    if act is Act.REFUSE_REMEDY:
        asked_late(scene.leg)
    if act is Act.READMIT_REMEDY:
        refused_before(scene.leg, scene.walk.cast, scene.walk.on)
    if act in (Act.PUBLISH_REVIEW, Act.END_PUBLICATION):
        review = reviewed_after_hearing(scene.leg, scene.handler, scene.walk.on)
        if act is Act.END_PUBLICATION:
            published(review, scene.handler, scene.walk.on)


def close_up(scene: Scene) -> None:
    """Record the receipt of the last opinion, and the report that a commissioning office waits for."""
    leg, on = scene.leg, scene.walk.on
    Service.objects.filter(document__leg=leg, received_on=None).update(received_on=on)
    if leg.state == State.REEXAM_DECIDED:
        start_clock(Duty.REVIEW_REQ_30D, scene.walk.case, leg=leg, unit=None, starts_on=on)
    ACTIONS[Act.REPORT_CONCLUSION](scene.walk.case.pk, leg_id=leg.pk, by=scene.handler, on=on, text="办结")


def prepare_exit(act: Act, scene: Scene, case: Case, leg: Any) -> None:
    """What the ways out and the urgent reports ask for."""
    if act is Act.FILE_ONLY:
        case.demands.update(kind="none")
    if act in (Act.APPROVE_EXIT, Act.REFUSE_EXIT, Act.REOPEN_EXIT):
        # What a row names is what becomes of a unit's own decision; of the desk's, its demands wait again.
        decided = DECIDED.get(State(leg.state), Act.NOT_ACCEPT)
        given = {"ground": "NA_LITIGATION", "reason": "已经起诉", "body": "法院", "asked_by": scene.handler}
        leg.__class__.objects.filter(pk=leg.pk).update(movement=Movement.REFER)
        SideExit.objects.create(leg=leg, act=decided, asked_on=scene.walk.on, **given)
    if act in (Act.REPORT_URGENT, Act.ASK_DECISION):
        Case.objects.filter(pk=case.pk).update(urgent=True)
    if act in (Act.REPORT_OFFICIALS, Act.RECORD_OFFICIALS_RECEIPT):
        prepare_officials(act, scene, case)
    if act is Act.RECORD_URGENT_RECEIPT:
        UrgentReport.objects.create(
            case=case,
            kind="flash",
            bodies=["department"],
            reported_on=scene.walk.on,
            content="快报",
            by=scene.head,
            unit=case.unit,
        )
    if act in (Act.RECORD_TRANSFER_RECEIPT, Act.CLOSE, Act.ARCHIVE) and leg.state == State.TRANSFERRED_OUT:
        received = {} if act is Act.RECORD_TRANSFER_RECEIPT else {"receipt_on": scene.walk.on}
        SideExit.objects.create(leg=leg, act=Act.TRANSFER_OUT, body="省铁路局", reason="属其管辖", **received)


def prepare_officials(act: Act, scene: Scene, case: Case) -> None:
    """An accusation at the desk of the petition office, and a report of its official that waits for a receipt."""
    case.demands.update(kind="accusation")
    Case.objects.filter(pk=case.pk).update(sealed=True, unit=scene.walk.cast.bureau)
    if act is Act.RECORD_OFFICIALS_RECEIPT:
        ACTIONS[Act.REPORT_OFFICIALS](case.pk, by=scene.handler, on=scene.walk.on, **OFFICIALS)


def prepare_jurisdiction(act: Act, scene: Scene, case: Case, leg: Any) -> None:
    """Time to object, a second objection, a unit that turns out to be accused."""
    if act is Act.AWARD:
        leg.demands.update(kind="suggestion", outcome="adopted")
    if act is Act.OBJECT:
        leg.clocks.filter(duty=Duty.OBJECTION_5WD).update(due_on=scene.walk.on + timedelta(days=100))
    if act is Act.ARBITRATE:
        leg.objections.update(second=True)
    if act in (Act.AGREE_REDIRECT, Act.REFUSE_REDIRECT):
        asked = {"asked_unit": leg.unit, "asked_on": scene.walk.on, "asked_by": scene.other}
        Redirect.objects.create(leg=leg, reason="不属于本镇职权", **asked)
    if act is Act.TAKE_BACK:
        bureau = scene.walk.cast.bureau
        Case.objects.filter(pk=case.pk).update(unit=bureau)
        Involvement.objects.get_or_create(case=case, unit=bureau, defaults={"district_id": case.district_id})
        leg.__class__.objects.filter(pk=leg.pk).update(from_unit=bureau)
        Respondent.objects.create(case=case, name="施镇长", unit=leg.unit, accused=True)
        keep_reach([case.pk])
