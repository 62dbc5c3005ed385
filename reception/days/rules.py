"""Rules of reception days: how often a post receives, from a day to a day. Both doors call these (Art. 18)."""

from datetime import date, time

from law.errors import Refused
from organizations.authority import holdings
from organizations.models import Staff, Unit
from organizations.recording import recording
from organizations.roles import Right
from organizations.settings_in_force import setting_on
from organizations.today import today
from reception.days.hours import assert_hours
from reception.days.moves import END_RULE, MAKE_RULE
from reception.days.settings import A_MONTH, A_YEAR
from reception.models import ReceptionRule
from reception.models.day_words import ARTICLE, Cadence, ReceptionPost


def arranging_unit(by: Staff) -> Unit:
    """Return the unit for which a person arranges receptions. Raises Refused not_permitted."""
    held = [grant.unit for _, grant in holdings(by, Right.ARRANGE_RECEPTION)]
    if not held:
        raise Refused("not_permitted", "您的角色不安排领导接访。可在“权限一览”查看谁可以安排。")
    return held[0]


def make_rule(
    *,
    post: ReceptionPost,
    cadence: Cadence,
    title: str,
    venue: str,
    at: time,
    until: time,
    places: int,
    from_day: date,
    by: Staff,
    number: int | None = None,
    market_days: str = "",
    name: str = "",
    person: Staff | None = None,
    to_day: date | None = None,
    on: date | None = None,
) -> ReceptionRule:
    """Write down how often a post receives, from a day on.

    Raises Refused: not_permitted, hours_unfit, number_missing, rule_too_rare, days_unfit.
    """
    on = on or today()
    rule = ReceptionRule(
        unit=arranging_unit(by),
        post=post,
        cadence=cadence,
        title=title.strip(),
        venue=venue.strip(),
        at=at,
        until=until,
        places=places,
        number=number,
        market_days=market_days,
        from_day=from_day,
        to_day=to_day,
        person=person,
        name=name.strip() or (person.name if person else ""),
        made_by=by,
    )
    assert_hours(at, until, places)
    _assert_often_enough(rule, on)
    if to_day and to_day < from_day:
        raise Refused("days_unfit", f"止日{to_day}早于起日{from_day}。")
    with recording(MAKE_RULE, rule, by=by, on=on) as made:
        made.facts = {"post": post.value, "cadence": cadence.value, "from_day": from_day}
    return rule


def end_rule(
    rule: ReceptionRule, *, to_day: date, by: Staff, seen: int | None = None, on: date | None = None
) -> ReceptionRule:
    """Let a rule hold until a day and no longer; another one may follow it. Raises Refused: days_unfit, as `recording`."""
    with recording(END_RULE, rule, by=by, seen=seen, on=on) as made:
        if to_day < made.record.from_day:
            raise Refused("days_unfit", f"止日{to_day}早于起日{made.record.from_day}。")
        made.record.to_day = to_day
        made.facts = {"to_day": to_day}
    found: ReceptionRule = made.record
    return found


def _assert_often_enough(rule: ReceptionRule, on: date) -> None:
    """A rule says what its cadence needs, and asks for no less than the site has set for the post."""
    if rule.cadence in (Cadence.MONTHLY_DAY, Cadence.TIMES_A_MONTH, Cadence.TIMES_A_YEAR) and not rule.number:
        raise Refused("number_missing", "请填写每月几日，或者几次。")
    if rule.cadence == Cadence.MONTHLY_DAY and not 1 <= (rule.number or 0) <= 31:
        raise Refused("number_missing", "每月固定日应是1至31日。")
    if rule.cadence in (Cadence.MARKET, Cadence.LUNAR_MARKET) and not rule.market_days:
        raise Refused("number_missing", "请填写逢几的集日，例如：5,10。")
    post, number = ReceptionPost(rule.post), rule.number or 0
    known = A_MONTH.get(post) or A_YEAR.get(post)
    if known is None:
        return
    a_month = {Cadence.MONTHLY_DAY: 1, Cadence.TIMES_A_MONTH: number, Cadence.TIMES_A_YEAR: 0}
    a_year = {Cadence.MONTHLY_DAY: 12, Cadence.TIMES_A_MONTH: 12 * number, Cadence.TIMES_A_YEAR: number}
    least = setting_on(known.key, on, rule.unit.district_id)
    # A rota and market days are more often than any of these.
    times = (a_month if post in A_MONTH else a_year).get(Cadence(rule.cadence), least)
    if times < least:
        raise Refused("rule_too_rare", f"{known.label}{least}次，这项安排只有{times}次。", ARTICLE)
