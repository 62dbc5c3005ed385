"""The case page: everything the templates of templates/cases/ show, prepared; no query is left to a template."""

from datetime import date
from typing import Any

from django.urls import reverse

from cases.clocks import accepted_late
from cases.models import Case, Leg, Respondent
from cases.models.party import PartyRole
from cases.places.deciders import current_remedy
from cases.presenting.acts import act_groups
from cases.presenting.commissions import above_fact
from cases.presenting.demands import demand_cards
from cases.presenting.endings import ending_cards
from cases.presenting.escalation import move_lines
from cases.presenting.exits import exit_lines
from cases.presenting.heading import heading
from cases.presenting.history import days_of, inquiry_events, moves, timeline
from cases.presenting.jurisdiction import (
    AWAITED,
    numbers_of,
    objection_lines,
    officials_rows,
    urgent_missing,
    urgent_rows,
)
from cases.presenting.marks import act_url, badge, clock_card, urgency
from cases.presenting.matter import matter_lines, together_url
from cases.presenting.papers import attachment_lines, document_lines
from cases.presenting.proceedings import proceeding_lines
from cases.presenting.remedies import remedy_cards
from cases.reading.case_file import MOST_EVENTS, CaseFile
from cases.reading.commissions import feedback_warnings
from kit.days import day_words
from kit.rooms import all_of, source_words
from law.matters import Tier
from law.procedure import REMEDIES
from law.vocabulary import Act, State
from organizations.models import Staff

_ENDED = (State.CLOSED, State.ARCHIVED, State.WITHDRAWN, State.VOIDED, State.RETURNED, State.FILED)
LONG_TEXT = 700
MOST_CLOCKS = 4
MOST_AGENTS = 2


def case_page(file: CaseFile, on: date, staff: Staff) -> dict[str, Any]:
    """Return the context of cases/case.html for a person who reads the file itself."""
    running = [clock for clock in file.clocks if clock.running]
    ended = [clock for clock in file.clocks if not clock.running]
    running.sort(key=lambda clock: (clock.unit_id != staff.unit_id, urgency(clock, on)))
    cards = [clock_card(clock, on) for clock in running]
    return {
        **heading(file),
        "whereabouts": _whereabouts(file, on),
        "facts": _facts(file),
        "warnings": feedback_warnings(file.legs, file.clocks),
        "clocks": cards[:MOST_CLOCKS],
        "more_clocks": cards[MOST_CLOCKS:],
        "running_clocks": len(cards),
        "ended_clocks": [clock_card(clock, on) for clock in ended],
        "act_groups": act_groups(file),
        "demands": demand_cards(file),
        "letter_text": _letter_text(file),
        "legs": [leg_card(leg) for leg in file.legs],
        "moves": moves(file, on),
        "days_lost": days_of(file, on).days_lost,
        "urgent_rows": urgent_rows(file),
        "urgent_missing": urgent_missing(file),
        "officials": officials_rows(file),
        "inquiries": inquiry_events(file),
        "proceedings": proceeding_lines(file),
        "remedies": remedy_cards(file),
        "endings": ending_cards(file),
        "documents": document_lines(file),
        "attachments": attachment_lines(file),
        "respondents": [_respondent(respondent, file) for respondent in file.respondents],
        "parties": file.parties,
        "agents_note": _agents_note(file),
        "events": timeline(file, staff),
        "panels": room_panels(file, staff, on),
        "most_events": MOST_EVENTS if len(file.events) >= MOST_EVENTS else 0,
        "matter": matter_lines(file),
        "together_url": together_url(file),
    }


def room_panels(file: CaseFile, staff: Staff, on: date) -> list[dict[str, Any]]:
    """Return [{title, icon, template, room}]: the blocks that the rooms above add, each read with its own queries."""
    read = ((panel, panel.read(file, staff, on)) for panel in all_of("panels"))
    return [
        {"title": panel.title, "icon": panel.icon, "template": panel.template, "room": context}
        for panel, context in read
        if context is not None
    ]


def _whereabouts(file: CaseFile, on: date) -> list[dict[str, Any]]:
    """Return [{unit, who, since, days, spent, state}]: the desk while a demand waits there, and each leg not yet ended."""
    case, places = file.case, []
    if file.sealed_open and any(view.demand.leg_id is None for view in file.demands):
        places.append(_place(case.unit.name, "待分流", case.received_on, on, State.REGISTERED))
    return places + [
        _deciding(leg, on) or _place(leg.unit.name, _awaited(leg), leg.received_on, on, State(leg.state))
        for leg in file.legs
        if leg.state not in _ENDED
    ]


def _deciding(leg: Leg, on: date) -> dict[str, Any] | None:
    """Return the place of a leg that lies with a deciding unit; None where its own unit has it."""
    remedy = current_remedy(leg)
    if remedy is None or leg.state not in REMEDIES:
        return None
    who = "待决定" if remedy.drafted_on and remedy.open else "正在办理" if remedy.open else "已作出意见"
    return _place(remedy.unit.name, who, remedy.received_on, on, State(leg.state))


def _awaited(leg: Leg) -> str:
    """Return whom, or what, a leg waits for: a signed or submitted draft is out of its handler's hands."""
    handler = leg.handler.name if leg.handler else "尚未指定承办人"
    waiting = {State.PENDING_SIGN_OFF: "待单位负责人审签", State.ISSUED: "已签发，待送达", **AWAITED}
    return waiting.get(State(leg.state), handler)


def _place(unit: str, who: str, since: date, on: date, state: State) -> dict[str, Any]:
    days = (on - since).days
    spent = f"已{days}天" if days else "今天收到"
    return {"unit": unit, "who": who, "since": since, "days": days, "spent": spent, "state": badge(state)}


def _facts(file: CaseFile) -> list[dict[str, Any]]:
    """Return what was registered, without what nobody filled in; place and category are part of the sealed whole."""
    case = file.case
    by = f"{case.unit.name}{'　' + case.registered_by.name if case.registered_by else ''}"
    facts = [
        {"label": "登记单位", "value": by, "note": f"{day_words(case.registered_on)}登记"},
        {"label": "问题发生地", "value": case.location if file.sealed_open else ""},
        {"label": "问题属地", "value": case.division.name if file.sealed_open and case.division else ""},
        {"label": "内容分类", "value": _category(case) if file.sealed_open else ""},
        {"label": "分级", "value": Tier(case.tier).label},
        {"label": "来源", "value": _origin(case)},
        above_fact(file),
        {"label": "响应的征集", "value": case.collection.title if case.collection and file.whole else ""},
        {
            "label": "同意电子送达",
            "value": case.electronic_consent,
            "note": f"{day_words(case.electronic_consent_on)}登记",
        },
    ]
    return [fact for fact in facts if fact["value"]]


def _category(case: Case) -> str:
    """Return the category as written, with the term of the dictionary where that says it otherwise."""
    term = case.category_term.path if case.category_term else ""
    return f"{case.category}（{term}）" if term and term != case.category else case.category


def _origin(case: Case) -> str:
    """Return the number of another system, with the name of that."""
    source = source_words(case.source)
    return f"{source} {case.external_number}" if case.external_number and source else ""


def _agents_note(file: CaseFile) -> str:
    """Say where more agents are named than usual; they are kept, not refused (registration is never refused)."""
    agents = sum(party.role == PartyRole.AGENT.label for party in file.parties)
    return f"登记了{agents}名代理人，一般不超过{MOST_AGENTS}名，请核对委托。" if agents > MOST_AGENTS else ""


def _letter_text(file: CaseFile) -> dict[str, Any]:
    """Return {text, rest}: a long letter begins on the page and unfolds."""
    text = file.content
    if len(text) <= LONG_TEXT:
        return {"text": text, "rest": "", "length": len(text)}
    return {"text": text[:LONG_TEXT], "rest": text[LONG_TEXT:], "length": len(text)}


def leg_card(leg: Leg) -> dict[str, Any]:
    """Return {unit, state, demands, lines}: who answers, who was first, and the days that count."""
    numbers = "、".join(map(str, numbers_of(leg)))
    lines: list[dict[str, Any]] = [
        {"label": "责任单位", "value": "负责人和联系方式", "url": reverse("unit", args=[leg.unit_id])},
        {"label": "来件", "value": leg.get_movement_display(), "note": leg.from_unit.name if leg.from_unit else ""},
        {"label": "收到", "value": day_words(leg.received_on), "note": _opened(leg)},
        {
            "label": "受理",
            "value": day_words(leg.accepted_on) or "尚未受理",
            "note": "；".join(filter(None, (_first_unit(leg), _late(leg)))),
        },
        {"label": "承办人", "value": leg.handler.name if leg.handler else "尚未确定", "note": _first_handler(leg)},
        {
            "label": "签发",
            "value": day_words(leg.issued_on) or "尚未签发",
            "note": leg.issued_by.name if leg.issued_by else "",
        },
        {
            "label": "办结",
            "value": day_words(leg.answered_on) or "尚未办结",
            "note": f"{day_words(leg.closed_on)}结案" if leg.closed_on else "",
        },
    ]
    lines += [*objection_lines(leg), *exit_lines(leg), *move_lines(leg)]
    return {"unit": leg.unit.name, "state": badge(leg.state), "demands": numbers, "lines": lines}


def _first_unit(leg: Leg) -> str:
    return f"首办单位 {leg.first_unit.name}" if leg.first_unit else ""


def _late(leg: Leg) -> str:
    """Mark an acceptance after the fifteen days; the sixty run from it all the same (Art. 23, 34)."""
    late = accepted_late(leg)
    return f"收到后超过15日才受理，迟{late}日（第二十三条）；办结期限从受理之日起算" if late else ""


def _opened(leg: Leg) -> str:
    return f"{leg.opened_by.name}签收" if leg.opened_by else "尚未签收"


def _first_handler(leg: Leg) -> str:
    return f"首办责任人 {leg.first_handler.name}" if leg.first_handler else ""


def _respondent(respondent: Respondent, file: CaseFile) -> dict[str, Any]:
    linked = respondent.staff.name if respondent.staff else respondent.unit.name if respondent.unit else ""
    able = any(opening.act is Act.LINK_RESPONDENT for opening in file.openings) and not respondent.linked
    return {
        "name": respondent.name,
        "position": respondent.position,
        "accused": respondent.accused,
        "linked": linked or ("系统外" if respondent.outside else ""),
        "demands": "、".join(str(demand.number) for demand in respondent.demands.all()),
        "url": act_url(Act.LINK_RESPONDENT, file.case.pk, respondent=respondent.pk) if able else "",
    }
