"""When a promise can be made, kept, moved, withdrawn, visited, and by whom not: never by whoever made it (Art. 27)."""

from collections.abc import Callable, Iterable
from datetime import date

from cases.models import Case, Promise
from cases.openings.dispatching import reachable
from cases.openings.rating import stands_there
from cases.places.second_person import same_person
from cases.places.spot import Spot
from kit.settings import Setting
from law.errors import Refused
from law.promises import ARTICLE, condition_in
from law.vocabulary import Act
from organizations.closed_units import heir_of, is_closed
from organizations.models import Staff
from organizations.settings_in_force import setting_on

PROMISE_DAYS = Setting(
    "PROMISE_DAYS",
    180,
    "承诺的完成日期最远天数",
    help="自作出承诺（改期的自改期）之日起不超过这个天数。条例没有规定天数。",
    unit="天",
    least=7,
    most=365,
)
VISIT_SHARE = Setting(
    "PROMISE_VISIT_SHARE",
    10,
    "兑现的承诺抽取回访的比例",
    help="每月按上月确认兑现的承诺抽签，不足一件的抽一件，由其他单位的人员回访。",
    unit="%",
    least=1,
    most=100,
)


def promisable(spot: Spot) -> Refused | None:
    """There is somebody who can be told (Art. 27). Codes: nobody_to_tell."""
    if reachable(spot.case):
        return None
    return Refused("nobody_to_tell", "承诺要告知信访人；本件没有可以告知的信访人，不能登记承诺。", ARTICLE)


def keepable(spot: Spot) -> Refused | None:
    """A promise runs, and not only his own (Art. 27). Codes: nothing_promised, own_promise."""
    return _one_of(spot, open_promises(spot.case), own_promise)


def movable_promise(spot: Spot) -> Refused | None:
    """A promise of his unit runs, and its day has not passed (Art. 27). Codes: nothing_promised, other_units_promise, due_passed."""
    return _one_of(spot, open_promises(spot.case), immovable)


def withdrawable_promise(spot: Spot) -> Refused | None:
    """A promise runs that neither he nor his hand made or wrote down (Art. 27). Codes: nothing_promised, own_promise."""
    return _one_of(spot, open_promises(spot.case), not_his_to_withdraw)


def visitable(spot: Spot) -> Refused | None:
    """A kept promise was drawn, and he is of another unit (Art. 27). Codes: nothing_drawn, own_unit, own_promise, own_check."""
    drawn = to_visit(spot.case)
    if not drawn:
        return Refused("nothing_drawn", "本件没有抽到、等候回访的承诺。", ARTICLE)
    return _one_of(spot, drawn, not_his_to_visit)


def open_promises(case: Case) -> list[Promise]:
    """Return the promises of a case that have still to be kept."""
    return [each for each in case.promises.all() if each.open]


def to_visit(case: Case) -> list[Promise]:
    """Return the kept promises of a case that were drawn and nobody has visited yet."""
    return [each for each in case.promises.all() if each.draw_id and each.visited_on is None]


def own_promise(spot: Spot, promise: Promise) -> Refused | None:
    """Whoever promised, or lent his hand to it, says nothing of its being kept; a petitioner may. Codes: own_promise."""
    if not isinstance(spot.actor, Staff) or not same_person(spot, promise.promiser_id):
        return None
    return Refused("own_promise", "承诺兑现没有，由信访人或者承诺人以外的人员确认，承诺人自己不能办。", ARTICLE)


def immovable(spot: Spot, promise: Promise) -> Refused | None:
    """A day is moved by its unit, before it has passed. Codes: other_units_promise, due_passed."""
    if not (spot.by.both & {promise.promiser_id, promise.by_id} or of_its_unit(spot.by, promise, spot.on)):
        text = f"承诺是“{promise.unit.name}”作出的，由承诺人或者该单位改期。"
        return Refused("other_units_promise", text, ARTICLE)
    if promise.due_on < spot.on:
        text = (
            f"承诺的日期{promise.due_on}已过，今天是{spot.on}，不能事后改期；请尽快兑现，或者由负责人撤回并告知信访人。"
        )
        return Refused("due_passed", text, ARTICLE)
    return None


def not_his_to_withdraw(spot: Spot, promise: Promise) -> Refused | None:
    """Another than whoever made it, or wrote it down, withdraws it. Codes: own_promise."""
    if same_person(spot, promise.promiser_id, promise.by_id):
        return Refused("own_promise", "撤回承诺由承诺人、登记人以外的负责人办理。", ARTICLE)
    return None


def not_his_to_visit(spot: Spot, promise: Promise) -> Refused | None:
    """A visit is made by another unit, and not by whoever confirmed. Codes: own_promise, own_unit, own_check."""
    if same_person(spot, promise.promiser_id):
        return Refused("own_promise", "承诺人不能回访自己的承诺。", ARTICLE)
    if of_its_unit(spot.by, promise, spot.on):
        text = f"承诺单位是“{promise.unit.name}”，由其他单位的人员回访。"
        return Refused("own_unit", text, ARTICLE)
    if promise.kept_by_id in spot.by.both:
        return Refused("own_check", "回访由确认兑现的人以外的人员登记。", ARTICLE)
    return None


def of_its_unit(by: Staff, promise: Promise, on: date) -> bool:
    """Tell whether a person, or his hand, belongs to the unit that promised, or to whoever exercises its powers today."""
    unit = promise.unit
    heir = heir_of(unit) if is_closed(unit, on) else None
    return stands_there(by, heir or unit)


def conditional(*texts: str) -> Refused | None:
    """Help has no price: a text that asks for silence in return is no promise (Art. 27). Codes: promise_conditional."""
    if word := condition_in(*texts):
        text = (
            f"写到了“{word}”。承诺、帮扶不得以息访、不再上访为条件，信访是公民的权利；请只写谁、做什么、哪天以前完成。"
        )
        return Refused("promise_conditional", text, ARTICLE)
    return None


def unfit_day(day: date, case: Case, on: date) -> Refused | None:
    """A promise is for a later day within what the site has set: one query. Codes: promise_days."""
    most = setting_on(PROMISE_DAYS.key, on, case.district_id)
    if 1 <= (day - on).days <= most:
        return None
    text = f"承诺的完成日期应在明天至{most}天以内，现为{day}（今天是{on}）；当天办完的，办完再告知，不用登记承诺。"
    return Refused("promise_days", text, ARTICLE)


def _one_of(
    spot: Spot, promises: Iterable[Promise], refuse: Callable[[Spot, Promise], Refused | None]
) -> Refused | None:
    """Return why none of the promises can be acted on: the reason of the first; None where one can."""
    refusals = [refuse(spot, each) for each in promises]
    if not refusals:
        return Refused("nothing_promised", f"本件没有履行中的承诺，不需要“{Act(spot.act).label}”。", ARTICLE)
    return None if None in refusals else refusals[0]
