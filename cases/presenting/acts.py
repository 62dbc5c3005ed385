"""The acts open to a person, as buttons: grouped by what they act on, the natural next step first."""

from typing import Any

from cases.models import Leg
from cases.openings.handling import unheard
from cases.presenting.drafts import draft_of_group
from cases.presenting.marks import badge, opening_url
from cases.presenting.remarks import just_returned, returned_words
from cases.reading.acts_open import Opening
from cases.reading.case_file import CaseFile
from kit.doors import Topic
from kit.rooms import door_of
from law.matters import Tier
from law.vocabulary import Act, State

# What is no natural next step comes after all that are.
LAST = 1000
# So many buttons are read at a glance; beyond that the rarer ones are folded by topic.
MOST_IN_VIEW = 7
# Shown where the thing itself stands, not among the buttons.
ELSEWHERE = (Act.UNMASK,)
# Refusals whose code has one of these words say only that nothing of the kind lies here, that the act is not meant for
# such a matter or unit, or that it is done: nobody waits for them.
_SILENT = {"no", "nothing", "not", "cannot", "only", "unfit", "unit", "known", "unknown", "already", "recorded"}
# What a difficult case is offered before the rest: it goes upward.
_UPWARD = (Act.ASK_GUIDANCE, Act.ESCALATE)


def act_groups(file: CaseFile) -> list[dict[str, Any]]:
    """Return [{title, state, returned, buttons, more, closed}], a group per leg and one for the case.

    Groups without an act are left out. ``more`` [{title, buttons}]: what is folded away where there are many, by what
    it is about. ``closed`` [{label, why, article}]: what role and state would allow, and why it cannot be done now,
    one line a reason; left out is what nobody asked for, what is not meant for such a matter or unit, and what is done,
    as the words of the code tell (nothing_asked, kind_unfit, served_already).
    """
    shown = [opening for opening in file.openings if opening.act not in ELSEWHERE]
    nexts = _next_steps(file, shown)
    upward = _UPWARD if file.case.tier == Tier.DIFFICULT else ()
    groups: list[dict[str, Any]] = []
    for leg in [*file.legs, None]:
        own = [opening for opening in shown if opening.leg == leg]
        own.sort(key=lambda opening: (opening not in nexts, opening.act not in upward))
        closed = _closed(file, leg)
        if own or closed:
            front = [o for o in own if o in nexts or o.act in upward or door_of(o.act).topic is Topic.WORK]
            front = own if len(own) <= MOST_IN_VIEW else front
            groups.append(
                {
                    "title": leg.unit.name if leg else "本件",
                    "state": badge(leg.state) if leg else None,
                    "returned": returned_words(file, leg) if leg else "",
                    **(draft_of_group(file, leg) if leg else {}),
                    "buttons": [_button(opening, file, primary=opening in nexts) for opening in front],
                    "more": _by_topic([opening for opening in own if opening not in front], file),
                    "closed": closed,
                }
            )
    groups.sort(key=lambda group: not group["buttons"] or group["buttons"][0]["tone"] == "plain")
    return groups


def _by_topic(folded: list[Opening], file: CaseFile) -> list[dict[str, Any]]:
    rows = [(topic, [o for o in folded if door_of(o.act).topic is topic]) for topic in Topic]
    return [
        {"title": topic.label, "buttons": [_button(opening, file, primary=False) for opening in found]}
        for topic, found in rows
        if found
    ]


def _closed(file: CaseFile, leg: Leg | None) -> list[dict[str, str]]:
    reasons: dict[tuple[str, str], list[str]] = {}
    for each in file.closed:
        if each.leg == leg and each.refusal and not _SILENT & set(each.refusal.code.split("_")):
            reasons.setdefault((each.refusal.message, each.refusal.article), []).append(each.act.label)
    return [{"label": "、".join(acts), "why": why, "article": article} for (why, article), acts in reasons.items()]


def unmask_url(file: CaseFile) -> str:
    """Return the address of the unmasking dialog, or "" where it is not open to this person."""
    found = next((opening for opening in file.openings if opening.act is Act.UNMASK), None)
    return opening_url(found, file.case.pk) if found else ""


def _button(opening: Opening, file: CaseFile, *, primary: bool) -> dict[str, Any]:
    door = door_of(opening.act)
    grave = door.form.danger
    label = opening.act.label
    if opening.hand_off and opening.hand_off.from_unit:
        label = f"{label}（{opening.hand_off.from_unit.short_name}）"
    return {
        "url": opening_url(opening, file.case.pk),
        "label": label,
        "article": opening.article,
        "icon": door.icon,
        "tone": "grave" if grave else "primary" if primary else "plain",
    }


def _next_steps(file: CaseFile, shown: list[Opening]) -> list[Opening]:
    """Return the natural next step of each leg, and of the case where no leg has one."""
    steps = []
    for leg in [*file.legs, None]:
        own = [opening for opening in shown if opening.leg == leg and _lacking(opening, file)]
        own.sort(key=lambda o: _place(o, file))
        if own and door_of(own[0].act).turn is not None:
            steps.append(own[0])
    return steps


def _place(opening: Opening, file: CaseFile) -> int:
    """Return the place of an act among the next steps; a draft that was sent back is first of all to be mended."""
    if opening.act is Act.ANSWER and opening.leg and just_returned(file, opening.leg):
        return -1
    turn = door_of(opening.act).turn
    return LAST if turn is None else turn


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
        Act.RECORD_INQUIRY: leg.state == State.IN_HANDLING and unheard(file.case, leg),
        Act.ANSWER: just_returned(file, leg) or any(not demand.outcome for demand in leg.demands.all()),
        Act.ASSESS: not leg.assessments.all(),
        Act.CHECK_DUTIES: leg.answered_on is not None and not leg.duties_checks.all(),
    }
    return wanting.get(opening.act, True)
