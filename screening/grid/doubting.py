"""Which zeros are doubtful: by rules that look at nothing but counts; kept is the rule, never a case, a day or a person."""

from collections.abc import Iterable
from datetime import date, timedelta

from django.db.models import Count, Q

from cases.models import Case
from cases.models.party import PartyRole
from organizations.models import Unit
from organizations.settings_in_force import setting_on
from organizations.vocabulary import UnitKind
from screening.grid.settings import DOUBT_PEOPLE, DOUBT_ZEROS
from screening.models import Report, Round, ZeroDoubt
from screening.models.words import DoubtRule, RoundState

_LOOKED_BACK = timedelta(days=60)


def doubt_zeros(day: date) -> int:
    """Look at the zeros of the rounds that were closed lately, anew each night; returns how many are doubtful."""
    rounds = Round.objects.filter(
        kind=UnitKind.VILLAGE, theme=None, state=RoundState.CLOSED, last_day__gte=day - _LOOKED_BACK
    )
    return sum(_doubt_round(round_, day) for round_ in rounds.order_by("pk"))


def _doubt_round(round_: Round, day: date) -> int:
    zeros = list(Report.objects.filter(round=round_, current=True, zero=True).select_related("unit__parent"))
    repeated = _with_many_zeros(round_, zeros, setting_on(DOUBT_ZEROS.key, day, round_.district_id))
    spoken_of = _with_petitions(round_, zeros, setting_on(DOUBT_PEOPLE.key, day, round_.district_id))
    found = []
    for report in zeros:
        by_rule = ((DoubtRule.MANY_ZEROS, repeated), (DoubtRule.PETITIONS, spoken_of))
        if rules := [str(rule) for rule, units in by_rule if report.unit_id in units]:
            found.append(ZeroDoubt(report=report, rules=rules, found_on=day))
    kept = [doubt.report_id for doubt in found]
    ZeroDoubt.objects.filter(report__round=round_).exclude(report__in=kept).delete()
    ZeroDoubt.objects.bulk_create(found, update_conflicts=True, unique_fields=["report"], update_fields=["rules"])
    return len(found)


def _with_many_zeros(round_: Round, zeros: Iterable[Report], most: int) -> set[int]:
    """Return the units whose last so many rounds, this one the last, were zeros without a gap."""
    rounds = Round.objects.filter(
        district=round_.district_id, kind=round_.kind, theme=None, first_day__lte=round_.first_day
    )
    keys = list(rounds.order_by("-first_day", "-pk").values_list("pk", flat=True)[:most])
    if len(keys) < most:
        return set()
    units = [report.unit_id for report in zeros]
    rows = Report.objects.filter(round__in=keys, unit__in=units, current=True, zero=True)
    counted = rows.values("unit").annotate(count=Count("round", distinct=True)).filter(count=most)
    return {row["unit"] for row in counted}


def _with_petitions(round_: Round, zeros: Iterable[Report], most: int) -> set[int]:
    """Return the units from whose place so many different people petitioned in the days of the round.

    Never counted: what is sealed or anonymous, and what names anybody it complains of.
    """
    villages = {report.unit_id: report.unit for report in zeros}
    groups = Unit.objects.filter(parent__in=villages, kind=UnitKind.VILLAGE_GROUP)
    village_of: dict[int, int] = {group.pk: group.parent_id or 0 for group in groups} | {key: key for key in villages}
    cases = Case.objects.filter(
        Q(parties__role=PartyRole.PETITIONER) & ~Q(parties__name_digest=""),
        division__in=village_of,
        received_on__gte=round_.first_day,
        received_on__lte=round_.last_day,
        sealed=False,
        anonymous=False,
        historic=False,
        respondents=None,
    )
    people: dict[int, set[str]] = {}
    for place, digest in cases.values_list("division", "parties__name_digest").distinct():
        people.setdefault(village_of[place], set()).add(digest)
    return {key for key, found in people.items() if len(found) >= most}
