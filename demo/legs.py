"""The middle and end of a plan: what one unit does with one leg, stage by stage, as far as it has come."""

from datetime import timedelta

from cases.models import HandOff
from cases.models.leg import InquiryKind
from demo.accounts import account_of
from demo.courses import Course, Stage
from demo.district import DEPARTMENTS, OFFICE, TOWNS
from demo.opening import handling_words
from demo.plans import Moment, Plan, Words
from demo.words import (
    ASSESSMENTS,
    CLOSING_NOTES,
    CONCLUSIONS,
    DUTIES_CHECKED,
    FINDINGS,
    HEARD,
    INSTRUCTIONS,
    QUESTIONS,
    RECORDS,
    REMINDERS,
    REPLIES,
    SEND_BACKS,
    SITE_VISITS,
    UNMASK_REASONS,
)
from law.matters import Cause
from law.vocabulary import Act, Kind, Movement, ServiceMethod
from organizations.roles import Role

# From receipt to the day after the petitioner's window, with the longest run of public holidays.
WINDOW_DAYS = 41

CAUSES = (Cause.EXECUTION, Cause.PROCEDURE, Cause.LEGACY, Cause.CONTRACT)


class LegWalk:
    """Writes the deeds of one leg into a plan, day after day from its dispatch."""

    def __init__(self, plan: Plan, unit: str, course: Course, day: int) -> None:
        self.plan, self.unit, self.course, self.day, self.rng = plan, unit, course, day, plan.rng
        self.head, self.handler = account_of(Role.HEAD, unit), account_of(Role.HANDLER, unit)
        self.dispatcher = account_of(Role.DISPATCHER, unit) if unit in TOWNS else self.handler
        self.asks = [(number, ask) for number, ask in enumerate(plan.story.asks, 1) if plan.key(ask) == unit]
        self.appeal = any(ask.kind is Kind.APPEAL for _, ask in self.asks)
        self.facts = "".join(plan.told(ask.facts) for _, ask in self.asks)
        self.accepted_day = 0

    def go(self, received_directly: bool = False) -> None:
        """Write the deeds up to the course's stage."""
        stages = (
            (Stage.OPENED, self._open),
            (Stage.ACCEPTED, self._accept),
            (Stage.NOTIFIED, self._notify),
            (Stage.TAKEN, self._take),
            (Stage.INQUIRED, self._inquire),
            (Stage.ASKED, self._ask),
            (Stage.LEARNT, self._learn),
            (Stage.DRAFTED, self._draft),
            (Stage.SUBMITTED, self._submit),
            (Stage.ISSUED, self._issue),
            (Stage.SERVED, self._serve),
            (Stage.RECEIVED, self._receive),
            (Stage.CLOSED, self._close),
        )
        for stage, write in stages:
            if stage <= self.course.until and not (received_directly and stage is Stage.OPENED):
                write()
        if self.course.remind:
            self.day += self.rng.randint(1, 4)
            self.deed(Act.REMIND, account_of(Role.SUPERVISOR, OFFICE), text=self.rng.choice(REMINDERS))

    def deed(self, act: Act, who: str, **fixed: object) -> None:
        """Write an act on this leg for today."""
        self.plan.add(act, who, self.day, lambda now: {"leg_id": now.leg(self.unit).pk, **fixed})

    def rest(self, least: int, most: int) -> None:
        """Let some days go by."""
        self.day += self.rng.randint(least, most)

    def _open(self) -> None:
        self.rest(0, 1)
        self.deed(Act.OPEN, self.dispatcher)

    def _accept(self) -> None:
        self.rest(1, 4)
        self.accepted_day = self.day
        who = self.rng.choice((self.head, self.dispatcher))
        self.deed(Act.ACCEPT, who, handling=handling_words(self.plan))

    def _notify(self) -> None:
        self.rest(0, 2)
        method = ServiceMethod.ANNOUNCEMENT if self.plan.nameless else self._method()
        self.deed(Act.NOTIFY, self.dispatcher if self.unit in TOWNS else self.head, method=method)

    def _take(self) -> None:
        self.rest(0, 2)
        who = self.rng.choice((self.head, self.handler))
        handler = self.handler
        self.plan.add(
            Act.TAKE, who, self.day, lambda now: {"leg_id": now.leg(self.unit).pk, "handler": now.cast.staff(handler)}
        )

    def _inquire(self) -> None:
        if self.rng.random() < 0.1 and not self.plan.nameless:
            reason = self.rng.choice(UNMASK_REASONS)
            self.plan.add(Act.UNMASK, self.handler, self.day, lambda now: {"reason": reason})
        self.rest(1, 3)
        if not self.plan.nameless:
            self._inquiry(InquiryKind.HEARD_PETITIONER, self.rng.choice(HEARD))
        self.rest(0, 2)
        choice = (InquiryKind.SITE_VISIT, SITE_VISITS), (InquiryKind.RECORDS, RECORDS)
        kind, words = self.rng.choice(choice) if self.appeal else choice[1]
        self._inquiry(kind, self.rng.choice(words))

    def _inquiry(self, kind: InquiryKind, words: str) -> None:
        self.deed(Act.RECORD_INQUIRY, self.handler, kind=kind, text=self.plan.told(words, facts=self.facts))

    def _ask(self) -> None:
        if self.course.delegate:
            self.rest(0, 2)
            self._beside(
                Act.DELEGATE, self.dispatcher, self.plan.scene.village, "instruction", self.rng.choice(INSTRUCTIONS)
            )
        if self.course.consult:
            self.rest(0, 2)
            self._beside(Act.CONSULT, self.handler, self.adviser(), "question", self.rng.choice(QUESTIONS))

    def _beside(self, act: Act, who: str, asked: str, name: str, words: str) -> None:
        within = self.rng.randint(5, 10)

        def how(now: Moment) -> Words:
            reply_by = now.on + timedelta(days=within)
            return {"leg_id": now.leg(self.unit).pk, "unit": now.cast.unit(asked), name: words, "reply_by": reply_by}

        self.plan.add(act, who, self.day, how)

    def _learn(self) -> None:
        if self.course.delegate:
            self.rest(2, 4)
            informant = account_of(Role.INFORMANT, self.plan.scene.village)
            words = self.plan.told(self.rng.choice(FINDINGS), facts=self.facts)
            self._reply(Act.REPORT_FINDINGS, Movement.DELEGATE, informant, words)
            self.rest(0, 1)
            self.deed(Act.ASSESS, self.dispatcher, text=self.rng.choice(ASSESSMENTS))
        if self.course.consult:
            self.rest(1, 4)
            adviser = account_of(Role.HANDLER, self.adviser())
            self._reply(Act.REPLY_CONSULTATION, Movement.CONSULT, adviser, self.rng.choice(REPLIES))

    def _reply(self, act: Act, movement: Movement, who: str, words: str) -> None:
        def how(now: Moment) -> Words:
            asked = HandOff.objects.get(leg=now.leg(self.unit), movement=movement)
            return {"hand_off_id": asked.pk, "text": words}

        self.plan.add(act, who, self.day, how)

    def _draft(self) -> None:
        self.rest(1, 3)
        for number, ask in self.asks:
            facts, opinion, basis = (self.plan.told(words) for words in (ask.facts, ask.opinion, ask.basis))
            self.deed(
                Act.ANSWER,
                self.handler,
                demand=number,
                outcome=ask.outcome,
                facts=facts,
                opinion=opinion,
                legal_basis=basis,
                cause=CAUSES[number % len(CAUSES)],
            )

    def _submit(self) -> None:
        self.deed(Act.SUBMIT, self.handler)
        if self.course.send_back:
            self.rest(1, 2)
            self.deed(Act.SEND_BACK, self.head, reason=self.rng.choice(SEND_BACKS))
            if self.course.until > Stage.SUBMITTED:
                self._draft()
                self.deed(Act.SUBMIT, self.handler, note="已按要求补充。")

    def _issue(self) -> None:
        self.rest(1, 2)
        self.deed(Act.ISSUE, self.head)

    def _serve(self) -> None:
        self.rest(0, 1)
        # Where no window is to be waited for, the answer is handed over, and is received with that.
        handed = ServiceMethod.POST if self.appeal else ServiceMethod.IN_PERSON
        method = ServiceMethod.ANNOUNCEMENT if self.plan.nameless else handed
        self.deed(Act.SERVE, self.rng.choice((self.handler, self.head)), method=method)

    def _receive(self) -> None:
        self.rest(1, 3)
        if self.appeal and not self.plan.nameless:
            self.received(self.handler)
        if self.course.commissioned:
            self.rest(0, 2)
            self.deed(Act.REPORT_CONCLUSION, self.handler, text=self.rng.choice(CONCLUSIONS))

    def received(self, by: str) -> None:
        """Write that the petitioner signed for the last opinion today."""
        self.plan.add(
            Act.RECORD_RECEIPT,
            by,
            self.day,
            lambda now: {"leg_id": now.leg(self.unit).pk, "received_on": now.on, "receiver": _receiver(now)},
        )

    def _close(self) -> None:
        if self.appeal:
            self.day += WINDOW_DAYS
        else:
            self.rest(1, 3)
        self.deed(Act.CHECK_DUTIES, self.handler, **DUTIES_CHECKED)
        self.deed(Act.CLOSE, self.rng.choice((self.handler, self.head)), note=self.rng.choice(CLOSING_NOTES))

    def _method(self) -> ServiceMethod:
        return self.rng.choice((ServiceMethod.IN_PERSON, ServiceMethod.POST, ServiceMethod.POST))

    def adviser(self) -> str:
        """Return the department asked for its opinion: never the one that answers."""
        return next(key for key in (*DEPARTMENTS[1:3], *DEPARTMENTS) if key not in self.plan.units())


def _receiver(now: Moment) -> str:
    party = now.case.parties.first()
    return party.name if party else ""
