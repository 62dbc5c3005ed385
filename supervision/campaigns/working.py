"""A campaign: made, filled by rule or list, ended. Striking a case off is the affair of its ownership sheet."""

from collections.abc import Mapping, Sequence
from datetime import date

from cases.models import Case
from cases.sight.querysets import CaseQuerySet
from kit.verbs import Fact, Verb
from law.errors import Refused
from organizations.authority import holdings
from organizations.models import Staff
from organizations.recording import Move, Recorded, recording
from organizations.roles import Right
from organizations.today import today
from supervision.campaigns.gathering import MOST_AT_ONCE, Rule, by_numbers, by_rule
from supervision.models import Campaign, CampaignCase, UnmatchedNumber
from supervision.models.campaigns import CampaignState, Gathered

MADE = Verb("campaign.made", "建立专项", {"until": Fact("完成时限", date)})
GATHERED = Verb(
    "campaign.gathered",
    "列入信访件",
    {
        "how": Fact("怎样列入", str, words=Gathered),
        "days": Fact("天数"),
        "rounds": Fact("次数"),
        "cases": Fact("列入件数"),
        "missing": Fact("没有对上的编号数"),
    },
)
ENDED = Verb("campaign.ended", "结束专项")
VERBS = (MADE, GATHERED, ENDED)
_OPEN = frozenset({CampaignState.OPEN.value})
MAKE = Move(verb=MADE, right=Right.MANAGE_OWNERSHIP, to_state=CampaignState.OPEN)
GATHER = Move(verb=GATHERED, right=Right.MANAGE_OWNERSHIP, from_states=_OPEN)
END = Move(verb=ENDED, right=Right.MANAGE_OWNERSHIP, from_states=_OPEN, to_state=CampaignState.ENDED)


def make_campaign(name: str, *, until: date, by: Staff, source: str = "") -> Campaign:
    """Begin a campaign at the unit for which a person manages ownership. Raises Refused: not_permitted, limit_past."""
    units = [grant.unit for _, grant in holdings(by, Right.MANAGE_OWNERSHIP)]
    on = today()
    row = Campaign(
        name=name.strip(), source=source.strip(), until=until, made_on=on, made_by=by, unit=(units or [by.unit])[0]
    )
    if refusal := MAKE.refusal(row, by, on):
        raise refusal
    if until <= on:
        raise Refused("limit_past", f"完成时限{until}应晚于今天{on}。")
    with recording(MAKE, row, by=by, on=on) as made:
        made.facts = {"until": until}
    return row


def gather_by_rule(campaign: Campaign, *, rule: Rule, expected: int, by: Staff, seen: int | None = None) -> Campaign:
    """Take in what the rule finds, as it was shown before. Raises Refused: as `recording`, moved_on, too_many, nothing_found."""
    with recording(GATHER, campaign, by=by, seen=seen) as made:
        found = list(not_in(campaign, by_rule(by, rule, made.on))[: MOST_AT_ONCE + 1])
        if not found:
            raise Refused("nothing_found", f"没有新的信访件符合“{rule.said}”。")
        if len(found) > MOST_AT_ONCE:
            raise Refused("too_many", f"符合的超过{MOST_AT_ONCE}件，请把条件收紧一些，分几次列入。")
        if len(found) != expected:
            raise Refused("moved_on", f"预览时是{expected}件，现在是{len(found)}件，请重新预览。")
        _take(made, {case.pk: "" for case in found}, Gathered.RULE)
        made.facts = {"how": Gathered.RULE.value, "days": rule.days, "rounds": rule.rounds, "cases": len(found)}
    return _campaign(made)


def gather_by_numbers(campaign: Campaign, *, numbers: Sequence[str], by: Staff, seen: int | None = None) -> Campaign:
    """Take in the cases of a superior's list; what no case here has stays as a number. Raises Refused: as `recording`, `by_numbers`."""
    with recording(GATHER, campaign, by=by, seen=seen) as made:
        matched = by_numbers(by, numbers)
        taken = _take(made, {case.pk: number for number, case in matched.found.items()}, Gathered.LIST)
        UnmatchedNumber.objects.bulk_create(
            [UnmatchedNumber(campaign=made.record, number=each[:80], added_on=made.on) for each in matched.missing],
            ignore_conflicts=True,
        )
        UnmatchedNumber.objects.filter(campaign=made.record, number__in=list(matched.found)).delete()
        made.facts = {"how": Gathered.LIST.value, "cases": taken, "missing": len(matched.missing)}
    return _campaign(made)


def end_campaign(campaign: Campaign, *, by: Staff, seen: int | None = None) -> Campaign:
    """End a campaign; what is not struck off goes on under its sheet. Raises Refused as `recording`."""
    with recording(END, campaign, by=by, seen=seen) as made:
        made.record.ended_on = made.on
    return _campaign(made)


def not_in(campaign: Campaign, rows: "CaseQuerySet[Case]") -> "CaseQuerySet[Case]":
    """Return the cases that a campaign does not have yet."""
    return rows.exclude(pk__in=CampaignCase.objects.filter(campaign=campaign).values("case"))


def _take(made: Recorded, cases: Mapping[int, str], how: Gathered) -> int:
    known = set(CampaignCase.objects.filter(campaign=made.record, case__in=cases).values_list("case", flat=True))
    CampaignCase.objects.bulk_create(
        [
            CampaignCase(campaign=made.record, case_id=key, how=how, number=number, added_on=made.on)
            for key, number in cases.items()
            if key not in known
        ]
    )
    return len(set(cases) - known)


def _campaign(made: Recorded) -> Campaign:
    found: Campaign = made.record
    return found
