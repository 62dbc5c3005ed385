"""One case played at random through the real acts, by whoever's turn it is and now and then by anybody."""

from collections import Counter
from collections.abc import Callable, Sequence
from datetime import timedelta
from random import Random
from typing import Any

from cases.actions.inputs import DemandInput
from cases.models import Case, HandOff, Leg, Party
from cases.models.leg import InquiryKind
from kit.rooms import doors
from law.errors import Refused
from law.matters import Cause
from law.party_acts import PARTY_ACTS
from law.paths import outcomes_for
from law.procedure import allowed, steps_of
from law.vocabulary import Act, Kind, Movement, Path, Scope, ServiceMethod, State
from organizations.models import Staff
from organizations.roles import Role
from tests.cases.commission_acts import perhaps_from_above
from tests.cases.history_arguments import of_jurisdiction
from tests.cases.history_weights import MAIN, RARE
from tests.cases.promises import BY_ANOTHER
from tests.cases.remedy_turns import remedy_arguments, whose_turn
from tests.cases.side_histories import BY_OTHERS, beside_arguments
from tests.cases.uploads import a_scan
from tests.cast import LAO_WANG, START, Cast, register
from tests.remedy_walks import city, decider, drafter

KINDS = [
    (Kind.APPEAL, None),
    (Kind.APPEAL, Path.PETITION_PROCEDURE),
    (Kind.APPEAL, Path.STATUTORY_DUTY),
    (Kind.SUGGESTION, None),
    (Kind.NONE, None),
]


def staff(person: Any) -> Staff:
    """One of the cast, with its type."""
    assert isinstance(person, Staff)
    return person


class Player:
    """Plays one case: chooses acts that the state allows (and now and then one that it does not)."""

    def __init__(self, cast: Cast, random: Random, kinds: Sequence[tuple[Kind, Path | None]] = KINDS) -> None:
        self.cast, self.random, self.on = cast, random, START
        self.done: Counter[str] = Counter()
        desk = random.choice([cast.clerk, cast.clerk, cast.clerk, cast.dispatcher, cast.informant])
        demands = [DemandInput(f"第{n}件事", *random.choice(kinds)) for n in range(random.randint(1, 3))]
        anonymous = random.random() < 0.15
        parties = [] if anonymous else [LAO_WANG] * random.randint(1, 3)
        above = perhaps_from_above(random, START)
        self.case = register(cast, by=desk, demands=demands, anonymous=anonymous, parties=parties, from_above=above)
        self.people = {
            unit.pk: [p for p in vars(cast).values() if isinstance(p, Staff) and p.unit_id == unit.pk]
            for unit in (cast.bureau, cast.town, cast.housing, cast.farming, cast.village, cast.next_village)
        }
        self.people[cast.gov.pk] = [drafter(cast), decider(cast)]
        city(cast)

    def step(self) -> bool:
        """Try one act; tell whether it was done."""
        self.case = Case.objects.get(pk=self.case.pk)
        waits = self.case.legs.filter(state=State.ANSWERED).exists()
        self.on += timedelta(days=self.random.choice((1, 9, 35) if waits else (0, 0, 0, 1, 1, 2, 4, 9)))
        act, given, place = self.choose()
        by = self.random.choice(self.people[place]) if place in self.people else self.cast.stranger
        by = self.best(act, by, place, given)
        actor, given = self.himself(act, by, given)
        try:
            doors()[act].action(self.case.pk, by=actor, on=self.on, **given)
        except Refused as refused:
            self.done[refused.code] += 1
            return False
        self.done[act] += 1
        self.done["himself"] += isinstance(actor, Party)
        return True

    def himself(self, act: Act, by: Staff, given: dict[str, Any]) -> tuple[Staff | Party, dict[str, Any]]:
        """What is a petitioner's own affair he does himself now and then; how he rates is for himself to say."""
        party = self.case.parties.order_by("pk").first() if act in PARTY_ACTS else None
        if party is None or self.random.random() > 0.5:
            return by, given
        return party, {name: value for name, value in given.items() if name not in ("way", "evidence")}

    def best(self, act: Act, by: Staff, place: int, given: dict[str, Any]) -> Staff:
        """Mostly the person whose turn it is, sometimes anybody of the unit."""
        leg = Leg.objects.filter(pk=given.get("leg_id", 0)).select_related("handler").first()
        if self.random.random() < 0.1:
            return by
        if leg and (turn := whose_turn(self.cast, act, leg)):
            return turn
        if (
            leg
            and leg.handler
            and act
            not in (Act.ISSUE, Act.SEND_BACK, Act.REMIND, Act.SUPERVISE, Act.DELEGATE, Act.TAKE_BACK, *BY_OTHERS)
        ):
            return leg.handler
        desk: dict[Act, Any] = {
            Act.CONFIRM_VOID: self.cast.coordinator,
            Act.REFUSE_VOID: self.cast.coordinator,
            Act.CONFIRM_SUPERIOR_CHANGE: self.cast.coordinator,
            Act.REMIND: self.cast.supervisor,
            Act.SUPERVISE: self.cast.supervisor,
            Act.KEEP: self.cast.dispatcher,
            Act.ARBITRATE: self.cast.coordinator,
            Act.WITHDRAW: self.cast.coordinator,
            Act.RATE: self.cast.router,
            Act.CORRECT_CAUSE: self.cast.router,
            Act.AGREE_OBJECTION: self.cast.router,
            Act.REFUSE_OBJECTION: self.cast.router,
            Act.TAKE_BACK: self.cast.router,
            Act.AGREE_REDIRECT: self.cast.router,
            Act.DIRECT_ELSEWHERE: self.cast.town_head,
            Act.AGREE_ESCALATION: self.cast.router,
            Act.REFUSE_ESCALATION: self.cast.router,
            Act.NO_LONGER_ACCEPT: self.cast.router,
            Act.UNDO_SERVICE: self.cast.coordinator,
            Act.REFUSE_UNDOING: self.cast.coordinator,
            **dict.fromkeys((Act.APPROVE_PROPOSAL, Act.RETURN_PROPOSAL, Act.RECORD_PAPER), self.cast.coordinator),
            **dict.fromkeys(BY_ANOTHER, self.cast.coordinator),
            Act.APPROVE_EXIT: self.cast.coordinator,
            Act.REFUSE_EXIT: self.cast.coordinator,
            Act.REOPEN_EXIT: self.cast.coordinator,
        }
        if act in desk:
            return staff(desk[act])
        if steps_of(act)[0].scope is Scope.CASE:
            return staff(self.cast.router if place == self.cast.bureau.pk else self.cast.dispatcher)
        heads = [p for p in self.people.get(place, []) if Role.HEAD in p.roles or Role.INFORMANT in p.roles]
        return heads[0] if heads else by

    def choose(self) -> tuple[Act, dict[str, Any], int]:
        """An act on the case, on one of its legs or one of its hand-offs, with what it takes."""
        legs = list(self.case.legs.select_related("unit"))
        leg = self.random.choice(legs) if legs else None
        acts = sorted(act for act in doors() if leg or steps_of(act)[0].scope is Scope.CASE)
        acts.remove(Act.REGISTER)
        if self.random.random() > 0.05:
            acts = [act for act in acts if self.fits(act, leg)]
        weights = [0.15 if act in RARE else 3.0 if act in MAIN else 1.0 for act in acts]
        [act] = self.random.choices(acts, weights)
        given = self.arguments(act, leg)
        scope = steps_of(act)[0].scope
        if scope is Scope.CASE or leg is None:
            return act, given, self.case.unit_id
        if scope is Scope.LEG:
            return act, {**given, "leg_id": leg.pk}, leg.unit_id
        replies = {
            Act.REPORT_FINDINGS: Movement.DELEGATE,
            Act.REPLY_CO_HANDLING: Movement.CO_HANDLE,
            Act.REPLY_GUIDANCE: Movement.GUIDANCE,
        }
        movement = replies.get(act, Movement.CONSULT)
        asked = list(leg.hand_offs.filter(movement=movement).select_related("to_unit"))
        hand_off = self.random.choice(asked or [HandOff(pk=1, to_unit=leg.unit)])
        return act, {**given, "hand_off_id": hand_off.pk}, hand_off.to_unit_id

    def fits(self, act: Act, leg: Leg | None) -> bool:
        if steps_of(act)[0].scope is Scope.CASE:
            return allowed(act, State(self.case.state))
        return leg is not None and allowed(act, State(leg.state))

    def arguments(self, act: Act, leg: Leg | None) -> dict[str, Any]:
        random, cast = self.random, self.cast
        free = [d.number for d in self.case.demands.filter(leg=None)] or [1]
        some = random.sample(free, random.randint(1, len(free)))
        unit = random.choice([cast.town, cast.housing, cast.farming])
        back = self.on - timedelta(days=random.choice((0, 0, 1, 3)))
        of_leg = list(leg.demands.all()) if leg else []
        demand = random.choice(of_leg) if of_leg else None
        served = {
            "method": random.choice(list(ServiceMethod)),
            "sent_on": back,
            "witness": random.choice(("", "村主任")),
            "consent": random.choice(("", "短信")),
        }
        make: dict[Act, Callable[[], dict[str, Any]]] = {
            Act.CORRECT: lambda: {"reason": "笔误", "location": f"{self.on}", "urgent": random.random() < 0.7},
            Act.SPLIT: lambda: {"demands": [DemandInput("分出的事", *random.choice(KINDS)) for _ in range(2)]},
            Act.LINK_RESPONDENT: lambda: {"name": "某公司", "outside": True},
            Act.REFER: lambda: {"unit": unit, "demands": some, "reason": "职权"},
            Act.COMMISSION: lambda: {"unit": unit, "demands": some, "reason": "重要", "days": random.randint(5, 60)},
            Act.KEEP: lambda: {"demands": some},
            Act.REQUEST_VOID: lambda: {"reason": "重复"},
            Act.REFUSE_VOID: lambda: {"reason": "并不重复"},
            Act.UNMASK: lambda: {"reason": "联系"},
            Act.TAKE: lambda: {
                "handler": {cast.town: cast.town_handler, cast.housing: cast.housing_handler}.get(
                    leg and leg.unit, cast.farming_handler
                )
            },
            Act.DELEGATE: lambda: {"unit": random.choice([cast.village, cast.next_village]), "instruction": "看看"},
            Act.CONSULT: lambda: {"unit": unit, "question": "意见？"},
            Act.REPORT_FINDINGS: lambda: {"text": "属实"},
            Act.REPLY_CONSULTATION: lambda: {"text": "无意见"},
            Act.ASSESS: lambda: {"text": "属实"},
            Act.RECORD_INQUIRY: lambda: {
                "kind": random.choice([InquiryKind.HEARD_PETITIONER, InquiryKind.SITE_VISIT]),
                "text": "听取",
            },
            Act.ANSWER: lambda: {
                "demand": demand.number if demand else 1,
                "facts": "f",
                "opinion": "o",
                "legal_basis": "l",
                "cause": random.choice(list(Cause)),
                "outcome": random.choice(outcomes_for(Kind(demand.kind if demand else Kind.APPEAL))),
            },
            Act.SEND_BACK: lambda: {"reason": "依据不足"},
            Act.NOTIFY: lambda: served,
            Act.SERVE: lambda: served,
            Act.RECORD_RECEIPT: lambda: {"received_on": back, "receiver": "老王"},
            Act.REPORT_CONCLUSION: lambda: {"text": "办结"},
            Act.REMIND: lambda: {"text": "请抓紧"},
            Act.ASK_UNDOING: lambda: {
                "document": random.choice([d.pk for d in leg.documents.all()] or [0]) if leg else 0,
                "reason": "登记错了",
            },
            Act.REFUSE_UNDOING: lambda: {"reason": "没有错"},
            **beside_arguments(random, cast, self.on),
            Act.RECORD_RETURN: lambda: {"reason": "查无此人", "returned_on": back},
            Act.WAIVE_NOTICE: lambda: {"reason": "没有署名", "tried": "张贴"},
            Act.ATTACH_SCAN: lambda: {
                "document": random.choice([d.pk for d in leg.documents.all()] or [0]) if leg else 0,
                "uploads": [a_scan(f"{random.random()}")],
            },
            **remedy_arguments(random, self.on, leg),
            **of_jurisdiction(random, cast, some, back, self.on),
        }
        return make.get(act, dict)()
