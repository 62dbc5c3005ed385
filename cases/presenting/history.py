"""What happened: the hand-off ledger with the days at each desk, the investigation, the timeline of events."""

from datetime import date
from typing import Any

from django.utils.timezone import localtime

from cases.models import Event, HandOff, Leg
from cases.models.leg import InquiryKind
from cases.places.actors import HIMSELF
from cases.presenting.proposals import PROPOSAL_READING
from cases.reading.case_file import CaseFile
from cases.reading.desk_days import Ledger, Stay, Trip, ledger
from kit.rooms import doors, rooms
from law.dissuasion import NEVER_LISTED
from law.matters import Cause, Tier
from law.remedies import RefusalGround, RemedyDecision
from law.vocabulary import Act, Movement, Outcome, ServiceMethod
from organizations.models import Staff

_BESIDE = (Movement.DELEGATE, Movement.CONSULT, Movement.CO_HANDLE, Movement.REMEDY, Movement.GUIDANCE)
_BACKWARDS = (
    Act.UNDO_SERVICE,
    Act.SEND_BACK,
    Act.REFUSE_VOID,
    Act.REQUEST_VOID,
    Act.CONFIRM_VOID,
    Act.REMAND,
    Act.REJECT_CONCLUSION,
)
_RECEIVED = (Act.RECORD_RECEIPT, Act.UNDO_SERVICE, Act.REQUEST_REEXAMINATION, Act.REQUEST_REVIEW)
# The letter, and what happened at a dissuasion, stand in panels of their own; of a rating, and of what the desk keeps
# for itself, not everybody reads the words.
_WORDS_ELSEWHERE = (Act.REGISTER, Act.RATE, Act.PROPOSE_HANDLING, *PROPOSAL_READING, *NEVER_LISTED)
# The leg goes on at another unit: what was begun runs on there.
_ONWARD = (Movement.ESCALATE, Movement.SUCCEED)
_REPLIES = {Movement.DELEGATE: "村（社区）报告核查情况", Movement.CO_HANDLE: "回复协办", Movement.GUIDANCE: "答复请示"}
MOST_WORDS = 400
_YES_OR_NO = {True: "同意", False: "不同意"}


def moves(file: CaseFile, on: date) -> list[dict[str, Any]]:
    """Return the ledger: the desk first, then each hand-off, with the days the case lay there."""
    first, *again = days_of(file, on).desk
    back = [h for h in file.hand_offs if h.movement == Movement.RETURN]
    rows = [_move(h, file, on) for h in file.hand_offs if h.movement != Movement.RETURN]
    rows += [_desk_row(file, stay, "退回登记单位", _who_returned(back, stay.since)) for stay in again]
    return [_desk_row(file, first, "登记", ""), *sorted(rows, key=lambda row: row["received_on"])]


def days_of(file: CaseFile, on: date) -> Ledger:
    """Return the days at each desk and unit of what this person may read, and the days lost between them."""
    waiting = file.sealed_open and any(view.demand.leg_id is None for view in file.demands)
    returned = {h.leg_id: h.sent_on for h in file.hand_offs if h.movement == Movement.RETURN}
    legs = {leg.pk: leg for leg in file.legs}
    trips = [
        Trip(
            h.leg_id,
            h.sent_on,
            h.received_on,
            _raised(h, legs[h.leg_id]) or returned.get(h.leg_id) or _left(legs[h.leg_id]),
            h.leg_id in returned and _raised(h, legs[h.leg_id]) is None,
            h.movement in _ONWARD,
        )
        for h in file.hand_offs
        if h.movement not in (*_BESIDE, Movement.RETURN)
    ]
    return ledger(file.case.received_on, trips, on, waiting=waiting or not trips)


def _raised(hand_off: HandOff, leg: Leg) -> date | None:
    """Return the day the leg went up from the unit of this hand-off; None where it did not."""
    beside = (*_BESIDE, Movement.RETURN)
    ups = [h for h in leg.hand_offs.all() if h.movement in _ONWARD and h.pk > hand_off.pk]
    return ups[0].sent_on if ups and hand_off.movement not in beside else None


def _left(leg: Leg) -> date | None:
    return leg.answered_on or leg.closed_on


def _who_returned(back: list[HandOff], on: date) -> str:
    return "、".join(h.from_unit.short_name for h in back if h.sent_on == on and h.from_unit)


def _desk_row(file: CaseFile, stay: Stay, how: str, who: str) -> dict[str, Any]:
    return {
        "unit": file.case.unit.name,
        "how": how,
        "from": who,
        "received_on": stay.since,
        "left_on": stay.until,
        "days": stay.days,
        "beside": False,
        "words": "",
        "due_on": None,
        "lost": False,
        "late": 0,
    }


def _move(hand_off: HandOff, file: CaseFile, on: date) -> dict[str, Any]:
    beside = hand_off.movement in _BESIDE
    leg = next(leg for leg in file.legs if leg.pk == hand_off.leg_id)
    back = next((h for h in leg.hand_offs.all() if h.movement == Movement.RETURN), None)
    raised = _raised(hand_off, leg)
    left = hand_off.replied_on if beside else raised or (back.sent_on if back else _left(leg))
    late = beside and not left and hand_off.reply_by is not None and hand_off.reply_by < on
    return {
        "unit": hand_off.to_unit.name,
        "how": Movement(hand_off.movement).label,
        "from": hand_off.from_unit.name if hand_off.from_unit else "",
        "received_on": hand_off.received_on,
        "left_on": left,
        "days": ((left or on) - hand_off.received_on).days,
        "beside": beside,
        "words": hand_off.reason,
        "due_on": hand_off.reply_by,
        "lost": bool(back) and not (beside or raised),
        "late": (on - hand_off.reply_by).days if late and hand_off.reply_by else 0,
    }


def inquiry_events(file: CaseFile) -> list[dict[str, Any]]:
    """Return inquiries, what villages and other units said, and assessments, in order of their days."""
    rows: list[dict[str, Any]] = []
    for leg in file.legs:
        rows += [
            _line(InquiryKind(each.kind).label, each.on, each.by.name, each.text, "eye", each.place)
            for each in leg.inquiries.all()
        ]
        rows += [_line("研判意见", each.on, each.by.name, each.text, "check") for each in leg.assessments.all()]
    for hand_off in file.hand_offs:
        if hand_off.replied_on and hand_off.movement != Movement.REMEDY:
            act = _REPLIES.get(Movement(hand_off.movement), "回复征求意见")
            who = hand_off.replied_by.name if hand_off.replied_by else ""
            rows.append(_line(act, hand_off.replied_on, who, hand_off.reply, "village", hand_off.to_unit.name))
    return sorted(rows, key=lambda row: row["on"])


def _line(act: str, on: date, who: str, text: str, icon: str, unit: str = "") -> dict[str, Any]:
    return {"act": act, "on": on, "at": None, "who": who, "unit": unit, "text": text, "icon": icon}


def timeline(file: CaseFile, staff: Staff) -> list[dict[str, Any]]:
    """Return the events as components/timeline.html draws them, newest first, with the lines of the rooms above."""
    names = _names(file)
    events = [_event(event, names) for event in file.events]
    added = [line for room in rooms() if room.timeline for line in room.timeline(file, staff)]
    return sorted([*events, *added], key=lambda line: line["on"], reverse=True) if added else events


def _event(event: Event, names: dict[str, dict[int, str]]) -> dict[str, Any]:
    act, icons = Act(event.act), doors()
    on_its_day = localtime(event.at).date() == event.on
    text = "" if act in _WORDS_ELSEWHERE or not hasattr(event, "words") else event.words.text
    said = "；".join(_facts(act, event.facts, names))
    return {
        "act": act.label,
        "at": event.at if on_its_day else None,
        "on": event.on,
        "article": event.article,
        "unit": event.unit.name if event.unit else "",
        "who": _who(event, names),
        "facts": said,
        "text": text[:MOST_WORDS],
        "rest": text[MOST_WORDS:],
        "icon": icons[act].icon if act in icons else "dot",
        "wrong": act in _BACKWARDS,
    }


def _facts(act: Act, facts: dict[str, Any], names: dict[str, dict[int, str]]) -> list[str]:
    """Say the ids, codes and dates of an event in words, as far as this file knows them."""
    said = []
    if isinstance(numbers := facts.get("demands"), list) and all(isinstance(n, int) for n in numbers) and numbers:
        said.append(f"第{'、'.join(map(str, numbers))}项诉求")
    if facts.get("unit") in names["units"]:
        said.append(names["units"][facts["unit"]])
    said += [names["people"][facts[k]] for k in ("handler", "person") if facts.get(k) in names["people"]]
    if "tier" in facts:
        said.append(f"由{Tier(facts['tier_before']).label}改为{Tier(facts['tier']).label}")
    said += [_YES_OR_NO[facts["agreed"]]] if "agreed" in facts else []
    said += _of_demand(facts)
    if "method" in facts:
        said.append(ServiceMethod(facts["method"]).label)
    for key, words in (
        ("document", "{}"),
        ("sent_on", "{}发出"),
        ("returned_on", "{}退回"),
        ("reply_by", "请于{}前回复"),
        ("days", "{}日内重新办理" if act is Act.REMAND else "{}日内反馈"),
        ("asked_days", "申请延长{}日"),
        ("granted_days", "延长{}日"),
        ("planned_on", "定于{}"),
        ("from", "自{}"),
        ("to", "至{}"),
        ("new_due_on", "期限至{}"),
        ("done_on", "{}完成"),
        ("promised_for", "{}以前完成"),
        ("shown_from", "自{}公示"),
        ("shown_to", "至{}"),
        ("publications", "撤下公示{}份"),
        ("requested_on", "{}提出"),
        ("days_lost", "往返{}天"),
        ("dispatch_due", "分流期限仍至{}"),
    ):
        if facts.get(key):
            said.append(words.format(facts[key]))
    said += _of_a_remedy(act, facts)
    if act in _RECEIVED and facts.get("received_on"):
        said.append(f"{facts['received_on']}收到")
    return said


def _of_a_remedy(act: Act, facts: dict[str, Any]) -> list[str]:
    if act is Act.REFUSE_REMEDY and "ground" in facts:
        return [RefusalGround(facts["ground"]).label]
    revoked = f"{RemedyDecision.REVOKE.label}并" if facts.get("revoked") else ""
    return [f"{revoked}{RemedyDecision(facts['decision']).label}"] if "decision" in facts else []


def _of_demand(facts: dict[str, Any]) -> list[str]:
    outcome = [Outcome(facts["outcome"]).label] if "outcome" in facts else []
    cause = [f"产生原因：{Cause(facts['cause']).label}"] if "cause" in facts else []
    return [f"第{facts.get('demand')}项：{'，'.join([*outcome, *cause])}"] if outcome or cause else []


def _who(event: Event, names: dict[str, dict[int, str]]) -> str:
    if event.by is None:
        return "系统" if event.party is None else names["parties"].get(event.party, HIMSELF)
    if event.for_whom is None:
        return event.by.name
    mark = "，尚未确认" if event.unconfirmed else ""
    return f"{event.by.name}（代{event.for_whom.name}{mark}）"


def _names(file: CaseFile) -> dict[str, dict[int, str]]:
    """Return the names of the units and people of this file, so that no event asks the database for one."""
    units = {leg.unit_id: leg.unit.name for leg in file.legs}
    units |= {hand_off.to_unit_id: hand_off.to_unit.name for hand_off in file.hand_offs}
    units |= {each.proposed_id: each.proposed.name for leg in file.legs for each in leg.escalations.all()}
    units |= {each.asked_unit_id: each.asked_unit.name for leg in file.legs for each in leg.redirects.all()}
    people = {event.by_id: event.by.name for event in file.events if event.by}
    for leg in file.legs:
        people |= {who.pk: who.name for who in (leg.handler, leg.first_handler) if who}
        people |= {each.person_id: each.person.name for each in leg.recusals.all()}
    # Whom a correction has put others in the place of is still a party.
    parties = {each.id: f"{each.role}本人" for each in file.parties}
    return {"units": units, "parties": parties, "people": {key: name for key, name in people.items() if key}}
