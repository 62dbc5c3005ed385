"""The acts open to a person, as buttons: grouped by what they act on, the natural next step first."""

from typing import Any

from cases.doors.table import FORMS
from cases.models import Leg
from cases.models.leg import InquiryKind
from cases.openings.acts_open import Opening
from cases.presenting.marks import badge, opening_url
from cases.presenting.reasons import just_returned, returned_words
from cases.presenting.topics import Topic, topic_of
from cases.reading.case_file import CaseFile
from law.matters import Tier
from law.vocabulary import Act, Kind, State

# What comes next where several acts are open, the first one wins; TAKE and the inquiry only while they are missing.
_NEXT = (
    Act.CONFIRM_VOID,
    Act.REPORT_FINDINGS,
    Act.REPLY_CONSULTATION,
    Act.REPLY_CO_HANDLING,
    Act.OPEN,
    Act.ACCEPT,
    Act.NOTIFY,
    Act.TAKE,
    Act.ISSUE,
    Act.REMAND,
    Act.DECIDE_REEXAMINATION,
    Act.DECIDE_REVIEW,
    Act.DRAFT_REMEDY,
    Act.SERVE,
    Act.RECORD_RECEIPT,
    Act.REPORT_CONCLUSION,
    Act.CLOSE,
    Act.FINALIZE,
    Act.ARCHIVE,
    Act.ASSESS,
    Act.RECORD_INQUIRY,
    Act.ANSWER,
    Act.SUBMIT,
    Act.LINK_RESPONDENT,
    Act.KEEP,
    Act.REFER,
    Act.EXTEND,
    Act.DECIDE_RECUSAL,
    Act.WITHDRAW,
    Act.TAKE_BACK,
    Act.ARBITRATE,
    Act.AGREE_OBJECTION,
    Act.RECORD_TRANSFER_RECEIPT,
    Act.RECORD_DECISION,
    Act.REPLY_GUIDANCE,
    Act.AGREE_ESCALATION,
)
# So many buttons are read at a glance; beyond that the rarer ones are folded by topic.
MOST_IN_VIEW = 7
# Shown where the thing itself stands, not among the buttons.
ELSEWHERE = (Act.UNMASK,)
# What a difficult case is offered before the rest: it goes upward.
_UPWARD = (Act.ASK_GUIDANCE, Act.ESCALATE)
ICONS: dict[Act, str] = {
    Act.REGISTER: "intake",
    Act.CORRECT: "pen",
    Act.SPLIT: "split",
    Act.LINK_RESPONDENT: "link",
    Act.REFER: "send",
    Act.COMMISSION: "send",
    Act.KEEP: "building",
    Act.OPEN: "inbox",
    Act.ACCEPT: "ok",
    Act.TAKE: "person",
    Act.DELEGATE: "village",
    Act.REPORT_FINDINGS: "village",
    Act.ASSESS: "check",
    Act.CONSULT: "chat",
    Act.REPLY_CONSULTATION: "chat",
    Act.RECORD_INQUIRY: "eye",
    Act.ANSWER: "pen",
    Act.SUBMIT: "up",
    Act.SEND_BACK: "return",
    Act.ISSUE: "seal",
    Act.NOTIFY: "letter",
    Act.SERVE: "letter",
    Act.RECORD_RECEIPT: "letter",
    Act.REPORT_CONCLUSION: "book",
    Act.CLOSE: "lock",
    Act.REMIND: "bell",
    Act.REQUEST_VOID: "ban",
    Act.CONFIRM_VOID: "ban",
    Act.REFUSE_VOID: "return",
    Act.UNMASK: "eye",
    Act.ASK_EXTENSION: "clock",
    Act.EXTEND: "clock",
    Act.REFUSE_EXTENSION: "return",
    Act.CALL_HEARING: "people",
    Act.HOLD_HEARING: "people",
    Act.REQUEST_RECUSAL: "shield",
    Act.DECIDE_RECUSAL: "shield",
    Act.REQUEST_MATERIAL: "clip",
    Act.RECORD_MATERIAL: "clip",
    Act.SETTLE: "ok",
    Act.REFER_MEDIATION: "chat",
    Act.RECORD_MEDIATION: "chat",
    Act.ASK_WITHDRAWAL: "return",
    Act.WITHDRAW: "stop",
    Act.REVOKE_WITHDRAWAL: "refresh",
    Act.RECORD_RETURN: "return",
    Act.WAIVE_NOTICE: "ban",
    Act.CO_HANDLE: "people",
    Act.REPLY_CO_HANDLING: "people",
    Act.ASSESS_RISK: "alert",
    Act.CHECK_DUTIES: "check",
    Act.TRACK_EXECUTION: "flag",
    Act.REFER_RELIEF: "help",
    Act.REQUEST_REEXAMINATION: "escalate",
    Act.REQUEST_REVIEW: "escalate",
    Act.DRAFT_REMEDY: "pen",
    Act.DECIDE_REEXAMINATION: "seal",
    Act.DECIDE_REVIEW: "seal",
    Act.REMAND: "return",
    Act.REFUSE_REMEDY: "ban",
    Act.REJECT_CONCLUSION: "return",
    Act.PROPOSE_FINALIZATION: "flag",
    Act.FINALIZE: "seal",
    Act.AFTER_CARE: "people",
    Act.CORRECT_LETTER: "pen",
    Act.ARCHIVE: "book",
    Act.OBJECT: "return",
    Act.AGREE_OBJECTION: "return",
    Act.REFUSE_OBJECTION: "ban",
    Act.ARBITRATE: "seal",
    Act.TAKE_BACK: "return",
    Act.NOT_ACCEPT: "ban",
    Act.NO_LONGER_ACCEPT: "ban",
    Act.DIVERT: "split",
    Act.TRANSFER_OUT: "send",
    Act.RECORD_TRANSFER_RECEIPT: "inbox",
    Act.FILE_ONLY: "book",
    Act.REPORT_URGENT: "flag",
    Act.RECORD_URGENT_RECEIPT: "inbox",
    Act.ASK_DECISION: "up",
    Act.RECORD_DECISION: "seal",
    Act.TRIAGE: "list",
    Act.ASK_GUIDANCE: "up",
    Act.REPLY_GUIDANCE: "chat",
    Act.DEFER_REPLY: "clock",
    Act.ESCALATE: "escalate",
    Act.AGREE_ESCALATION: "escalate",
    Act.REFUSE_ESCALATION: "ban",
    Act.DECLINE: "ban",
    Act.GUIDE: "split",
    Act.AWARD: "flag",
    Act.REPORT_OFFICIALS: "lock",
    Act.RECORD_OFFICIALS_RECEIPT: "inbox",
    Act.ATTACH_SCAN: "seal",
    Act.ADD_FILE: "clip",
}


def act_groups(file: CaseFile) -> list[dict[str, Any]]:
    """Return [{title, state, returned, buttons, more}], a group per leg and one for the case; groups without an act are left out.

    ``more`` [{title, buttons}]: what is folded away where there are many, by what it is about.
    """
    shown = [opening for opening in file.openings if opening.act not in ELSEWHERE]
    nexts = _next_steps(file, shown)
    upward = _UPWARD if file.case.tier == Tier.DIFFICULT else ()
    groups: list[dict[str, Any]] = []
    for leg in [*file.legs, None]:
        own = [opening for opening in shown if opening.leg == leg]
        own.sort(key=lambda opening: (opening not in nexts, opening.act not in upward))
        if own:
            front = [o for o in own if o in nexts or o.act in upward or topic_of(o.act) is Topic.WORK]
            front = own if len(own) <= MOST_IN_VIEW else front
            groups.append(
                {
                    "title": leg.unit.name if leg else "本件",
                    "state": badge(leg.state) if leg else None,
                    "returned": returned_words(file, leg) if leg else "",
                    "buttons": [_button(opening, file, primary=opening in nexts) for opening in front],
                    "more": _by_topic([opening for opening in own if opening not in front], file),
                }
            )
    groups.sort(key=lambda group: not group["buttons"] or group["buttons"][0]["tone"] == "plain")
    return groups


def _by_topic(folded: list[Opening], file: CaseFile) -> list[dict[str, Any]]:
    rows = [(topic, [o for o in folded if topic_of(o.act) is topic]) for topic in Topic]
    return [
        {"title": topic.label, "buttons": [_button(opening, file, primary=False) for opening in found]}
        for topic, found in rows
        if found
    ]


def unmask_url(file: CaseFile) -> str:
    """Return the address of the unmasking dialog, or "" where it is not open to this person."""
    found = next((opening for opening in file.openings if opening.act is Act.UNMASK), None)
    return opening_url(found, file.case.pk) if found else ""


def _button(opening: Opening, file: CaseFile, *, primary: bool) -> dict[str, Any]:
    grave = FORMS[opening.act].danger
    label = opening.act.label
    if opening.hand_off and opening.hand_off.from_unit:
        label = f"{label}（{opening.hand_off.from_unit.short_name}）"
    return {
        "url": opening_url(opening, file.case.pk),
        "label": label,
        "article": opening.article,
        "icon": ICONS[opening.act],
        "tone": "grave" if grave else "primary" if primary else "plain",
    }


def _next_steps(file: CaseFile, shown: list[Opening]) -> list[Opening]:
    """Return the natural next step of each leg, and of the case where no leg has one."""
    steps = []
    for leg in [*file.legs, None]:
        own = [opening for opening in shown if opening.leg == leg and _lacking(opening, file)]
        own.sort(key=lambda o: _place(o, file))
        if own and own[0].act in _NEXT:
            steps.append(own[0])
    return steps


def _place(opening: Opening, file: CaseFile) -> int:
    """Return the place of an act among the next steps; a draft that was sent back is first of all to be mended."""
    if opening.act is Act.ANSWER and opening.leg and just_returned(file, opening.leg):
        return -1
    return _NEXT.index(opening.act) if opening.act in _NEXT else len(_NEXT)


def _lacking(opening: Opening, file: CaseFile) -> bool:
    """Tell whether an act that may be done again and again is still missing."""
    leg = opening.leg
    if opening.act is Act.LINK_RESPONDENT:
        return file.case.sealed and (not file.respondents or any(not r.linked for r in file.respondents))
    if leg is None:
        return True
    wanting: dict[Act, bool] = {
        Act.TAKE: leg.state == State.ACCEPTED,
        Act.DRAFT_REMEDY: any(remedy.open and not remedy.drafted_on for remedy in leg.remedies.all()),
        Act.RECORD_INQUIRY: leg.state == State.IN_HANDLING and not (file.case.anonymous or _heard(leg)),
        Act.ANSWER: just_returned(file, leg) or any(not demand.outcome for demand in leg.demands.all()),
        Act.ASSESS: not leg.assessments.all(),
    }
    return wanting.get(opening.act, True)


def _heard(leg: Leg) -> bool:
    appeals = any(demand.kind == Kind.APPEAL for demand in leg.demands.all())
    return not appeals or any(each.kind == InquiryKind.HEARD_PETITIONER for each in leg.inquiries.all())
