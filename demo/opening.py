"""The beginning of a plan: registration, correction, splitting, linking, and the way to the units."""

from dataclasses import dataclass
from datetime import date, timedelta

from cases.actions.inputs import DemandInput, FromAbove, PartyInput, RespondentInput
from cases.models.party import PartyRole
from demo.accounts import account_of
from demo.district import NAME, OFFICE, TOWNS, name_of
from demo.plans import Moment, Plan, Words
from demo.scenes import petitioners
from demo.stories.story import Setting
from demo.words import CLOSINGS, COMMISSION_REASONS, CORRECTIONS, HANDLING_PLANS, OPENINGS, REFER_REASONS, SEALED_REASON
from law.vocabulary import Act, Channel, Kind
from organizations.roles import Role

_ABOVE = "shixinfang"
CLERK, ROUTER = account_of(Role.WINDOW_CLERK, OFFICE), account_of(Role.ROUTER, OFFICE)
# Sends on himself what others would have to propose (docs/decisions/0061).
COORDINATOR = account_of(Role.COORDINATOR, OFFICE)
_CHANNELS = {Channel.ONLINE: 34, Channel.LETTER: 24, Channel.VISIT: 20, Channel.CALL: 20, Channel.FAX: 2}


@dataclass(frozen=True)
class Intake:
    """How a petition came in: by whom it was registered, and whether its respondents were linked at once."""

    by: str = CLERK
    linked: bool = True
    as_one: bool = False


def register(plan: Plan, intake: Intake) -> None:
    """Plan the registration; everything about the people is drawn here, so that the plan is the same each time."""
    channel = plan.rng.choices(list(_CHANNELS), list(_CHANNELS.values()))[0]
    joint = not plan.nameless and plan.rng.random() < 0.15
    parties = [] if plan.nameless else petitioners(plan.rng, plan.scene, plan.story.setting, joint=joint)
    crowd = plan.rng.randint(6, 45) if joint else 1
    post = timedelta(days=plan.rng.choice((0, 0, 1, 2)) if channel is Channel.LETTER else 0)
    by_chance = plan.rng.random() < 0.03
    plan.urgent = by_chance if plan.urgent is None else plan.urgent
    fixed: Words = {
        "channel": channel,
        "content": _content(plan, channel, parties),
        "subject": plan.subject,
        "parties": parties,
        "location": _location(plan),
        "category": plan.story.category,
        "petitioner_count": crowd,
        "anonymous": plan.nameless,
        "urgent": plan.urgent,
        "demands": [] if intake.as_one else demands(plan),
    }
    plan.add(
        Act.REGISTER,
        intake.by,
        0,
        lambda now: {
            **fixed,
            "received_on": now.on - post,
            "respondents": _respondents(plan, now, linked=intake.linked),
            "from_above": letter_from_above(now, now.on - post) if plan.from_above else None,
        },
    )
    if intake.by == CLERK and not plan.story.accused and plan.rng.random() < 0.05:
        words = plan.rng.choice(CORRECTIONS)
        where = f"{_location(plan)}（已向信访人核实）"
        plan.add(Act.CORRECT, intake.by, 0, lambda now: {"reason": words, "location": where})


def letter_from_above(now: Moment, received_on: date) -> FromAbove:
    """Return the letter of the city's petition office with which a case came."""
    number, by = f"澄州信交〔{received_on.year}〕17号", received_on + timedelta(days=75)
    return FromAbove(now.cast.unit(_ABOVE), name_of(_ABOVE), number, received_on, by)


def demands(plan: Plan) -> list[DemandInput]:
    """Return the demands of a plan as a clerk would write them."""
    return [DemandInput(plan.told(ask.text), ask.kind, ask.path) for ask in plan.story.asks]


def split(plan: Plan, day: int) -> None:
    """Plan the splitting of a petition that was registered as one demand."""
    plan.add(Act.SPLIT, ROUTER, day, lambda now: {"demands": demands(plan)})


def link(plan: Plan, day: int) -> None:
    """Plan the linking of the respondent that was registered by name only."""

    def how(now: Moment) -> Words:
        respondent = now.case.respondents.get()
        unit = _accused_unit(plan)
        return {
            "name": respondent.name,
            "position": respondent.position,
            "respondent_id": respondent.pk,
            "unit": now.cast.unit(unit) if unit else None,
            "outside": not unit,
        }

    plan.add(Act.LINK_RESPONDENT, ROUTER, day, how)


def dispatch(plan: Plan, unit: str, day: int, *, by: str = ROUTER, days: int = 0) -> None:
    """Plan the referral of a unit's demands, or their commission with feedback within ``days``."""
    by = COORDINATOR if plan.urgent and by == ROUTER else by
    reason = plan.rng.choice(COMMISSION_REASONS if days else REFER_REASONS)
    accusing = any(ask.kind is Kind.ACCUSATION for ask in plan.story.asks if plan.key(ask) == unit)
    extract = "" if plan.story.accused is None or accusing else _extract(plan, unit)
    fixed: Words = {"demands": plan.numbers(unit), "reason": SEALED_REASON if accusing else reason, "extract": extract}
    if days:
        fixed["days"] = days
    plan.add(Act.COMMISSION if days else Act.REFER, by, day, lambda now: {**fixed, "unit": now.cast.unit(unit)})


def keep(plan: Plan, unit: str, day: int, *, by: str) -> None:
    """Plan that the unit keeps what it received directly."""
    plan.add(Act.KEEP, by, day, lambda now: {"demands": plan.numbers(unit), "reason": "属本单位职权范围。"})


def handling_words(plan: Plan) -> str:
    """Return how the unit says it will go about it, for the notice."""
    return plan.rng.choice(HANDLING_PLANS)


def _content(plan: Plan, channel: Channel, parties: list[PartyInput]) -> str:
    place = f"{NAME}{TOWNS[plan.scene.town].name}{plan.scene.village}"
    opening = plan.rng.choice(OPENINGS[channel]).format(place=place)
    body = plan.told(plan.story.content)
    wish = "".join(f"{n}．{plan.told(ask.text)}" for n, ask in enumerate(plan.story.asks, 1))
    many = any(party.role is PartyRole.REPRESENTATIVE for party in parties)
    signed = "我们推选了代表，其他人的签名附后。" if many else ""
    parts = [
        opening,
        body,
        f"我们的请求：{wish}" if many else f"我的请求：{wish}",
        signed,
        plan.rng.choice(CLOSINGS[channel]),
    ]
    return "\n".join(part for part in parts if part)


def _location(plan: Plan) -> str:
    words, town = plan.scene.words, TOWNS[plan.scene.town].name
    rural = plan.story.setting is Setting.RURAL
    return f"{town}{plan.scene.village}{words['group'] if rural else words['road']}"


def _extract(plan: Plan, unit: str) -> str:
    """Return what the unit is told of a sealed letter: its own demands, and nothing of whom else it speaks."""
    wishes = "".join(plan.told(ask.text) for ask in plan.story.asks if plan.key(ask) == unit)
    return f"信访人家住{NAME}{name_of(plan.scene.town)}。{wishes}"


def _respondents(plan: Plan, now: Moment, *, linked: bool) -> list[RespondentInput]:
    accused = plan.story.accused
    if accused is None:
        return []
    numbers = tuple(n for n, ask in enumerate(plan.story.asks, 1) if ask.kind is Kind.ACCUSATION)
    name, unit = plan.told(accused.name), _accused_unit(plan)
    if not linked:
        return [RespondentInput(name, accused.position, demands=numbers)]
    key = now.cast.unit(unit).pk if unit else None
    return [RespondentInput(name, accused.position, unit_id=key, outside=key is None, demands=numbers)]


def _accused_unit(plan: Plan) -> str:
    accused = plan.story.accused
    if accused is None:
        return ""
    return plan.scene.village if accused.at == "village" else accused.at
