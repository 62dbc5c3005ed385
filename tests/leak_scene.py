"""Twelve cases with planted words, and a table of who may know of which: written by hand, not asked of the code."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.core.files.base import ContentFile

from cases.actions.inputs import DemandInput, PartyInput, RespondentInput
from cases.doors.table import ACTIONS
from cases.models import Attachment, Case, Collection, Document, Draft, FollowUp, Notice, Scan
from cases.record.follow_ups import do_follow_up
from kit.messages.models import Message
from kit.messages.queueing import queue_message
from kit.messages.words import Channel as Sent
from kit.messages.words import State, Why
from kit.reasons import Reason
from law.officials import OfficialsTo
from law.vocabulary import Act, Channel, Kind
from organizations.models import Staff
from organizations.outbox.recipients import outsider
from tests.cast import START, Cast
from tests.leak_accusations import Accusations
from tests.leak_jobs import finished_export
from tests.leak_orders import plant_orders
from tests.leak_promises import plant_promises
from tests.leak_rooms import hang_rooms
from tests.leak_supervision import supervised
from tests.leak_table import EVERY, KNOWS, NOT_THE_SEALED, PEOPLE, WORDS


@dataclass
class Planted:
    """One case with words that stand nowhere else."""

    case: Case
    name: str
    phone: str
    words: tuple[str, ...]
    sealed: tuple[str, ...]

    @property
    def traces(self) -> tuple[str, ...]:
        """What must not appear for who may not know of the case at all."""
        return (
            self.case.number,
            self.name,
            self.phone,
            self.phone[:3] + "****" + self.phone[-4:],
            *self.words,
            *self.sealed,
        )


class Scene(Accusations):
    """The twelve cases, built through the acts, with everything hanging on them."""

    def __init__(self, cast: Cast) -> None:
        self.cast = cast
        self.planted: dict[str, Planted] = {}
        for letter in EVERY:
            self.plant(letter)
        # All of them answer one collection: its page lists to each person what he may know of, and no more.
        collection = Collection.objects.create(
            district=cast.area,
            unit=cast.bureau,
            title="城市更新金点子",
            asks="请提建议",
            opens_on=START,
            closes_on=START + timedelta(days=3650),
            made_on=START,
            made_by=cast.bureau_head,
        )
        Case.objects.update(collection=collection)
        finished_export(cast.clerk, self.planted["A"].case)
        hang_rooms(cast, self.planted)

    def plant(self, letter: str) -> None:
        """Make one case and hang a file, a draft and its notices on it."""
        case = getattr(self, f"_{letter.lower()}")()
        # All are of one matter: to each person it shows what he may know of, and no more.
        first = next((each.case for each in self.planted.values()), case)
        Case.objects.filter(pk=case.pk).update(matter=first.matter)
        self.planted[letter] = Planted(case, *PEOPLE[letter], *WORDS[letter])
        file = ContentFile(f"附件{(WORDS[letter][1] or WORDS[letter][0])[0]}".encode(), name=f"{letter}.txt")
        Attachment.objects.create(
            case=case,
            name=f"{(WORDS[letter][1] or WORDS[letter][0])[0]}.txt",
            file=file,
            content_type="text/plain",
            size=9,
            sm3=letter * 64,
            added_by=self.cast.clerk,
        )
        open_words, sealed = WORDS[letter]
        # A letter of the open part has a scan with open words: who reads the letter reads its scan.
        for paper in Document.objects.filter(case=case):
            word = next((word for word in sealed if word in paper.content), (open_words or sealed)[0])
            Scan.objects.create(
                document=paper,
                name=f"{word}.pdf",
                file=ContentFile(f"扫描{word}".encode(), name=f"{letter}.pdf"),
                content_type="application/pdf",
                size=9,
                sm3=letter * 64,
                on=START,
                by=self.cast.clerk,
            )
        plant_promises(case, (sealed or open_words)[0], self.cast.clerk)
        supervised(case, [*open_words, *sealed], self.cast)
        plant_orders(self.cast, case, open_words, sealed)
        Draft.objects.create(staff=self.cast.clerk, form=f"leak-{letter}", data='{"content": "草稿乙字号"}')
        for follow_up in FollowUp.objects.filter(event__case=case, done_at=None):
            do_follow_up(follow_up.pk)
        # What failed to go out to the petitioner: who runs the system learns of it, and nothing of what it said.
        to = outsider(PEOPLE[letter][1], at=case.unit)
        told = queue_message(Sent.SMS, Reason("leak", "试"), to, "，".join([*open_words, *sealed, case.number]))
        Message.objects.filter(pk=told.pk).update(state=State.FAILED, why=Why.BLOCKED)

    def hidden(self, person: str) -> list[Planted]:
        """The cases this person must not know of."""
        return [planted for letter, planted in self.planted.items() if letter not in KNOWS[person]]

    def traces(self, person: str) -> list[str]:
        """Every word this person must never read."""
        sealed = [word for letter in NOT_THE_SEALED.get(person, "") for word in self.planted[letter].sealed]
        return [trace for planted in self.hidden(person) for trace in planted.traces] + sealed

    def _register(self, letter: str, by: Staff, demands: list[DemandInput], accused: str = "", **more: Any) -> Case:
        open_words, sealed = WORDS[letter]
        name, phone = PEOPLE[letter]
        case: Case = ACTIONS[Act.REGISTER](
            by=by,
            channel=Channel.LETTER,
            received_on=START,
            on=START,
            content="，".join([*open_words, *sealed]),
            subject=(sealed or open_words)[0],
            parties=[PartyInput(name, phone=phone, address="云河区某路1号")],
            demands=demands,
            respondents=[RespondentInput(accused)] if accused else [],
            urgent=True,
            **more,
        )
        return case

    def _a(self) -> Case:
        case = self._register("A", self.cast.clerk, [DemandInput("青瓷花瓶碎了")])
        self._do(case, Act.REFER, self.cast.coordinator, unit=self.cast.housing, demands=[1], reason="青瓷花瓶碎了")
        leg = case.legs.get()
        self._do(case, Act.ACCEPT, self.cast.housing_head, leg_id=leg.pk)
        self._do(case, Act.TAKE, self.cast.housing_head, leg_id=leg.pk, handler=self.cast.housing_handler)
        return case

    def _b(self) -> Case:
        case = self._register("B", self.cast.other_dispatcher, [DemandInput("墨竹画轴丢了")])
        self._do(case, Act.KEEP, self.cast.other_dispatcher, demands=[1], reason="墨竹画轴丢了")
        return case

    def _c(self) -> Case:
        case = self._register("C", self.cast.stranger, [DemandInput("铜鼎香炉裂了")])
        self._do(case, Act.REFER, self.cast.stranger, unit=self.cast.far_housing, demands=[1], reason="铜鼎香炉裂了")
        return case

    def _d(self) -> Case:
        """First a plain matter that the village was asked about; then it turns out to accuse the village."""
        case = self._register("D", self.cast.clerk, [DemandInput("桥栏坏了"), DemandInput("另一件")])
        cast = self.cast
        self._do(case, Act.REFER, cast.coordinator, unit=cast.town, demands=[1], reason="属地")
        leg = case.legs.get()
        self._do(case, Act.ACCEPT, cast.town_head, leg_id=leg.pk)
        self._do(case, Act.TAKE, cast.town_head, leg_id=leg.pk, handler=cast.town_handler)
        self._do(case, Act.DELEGATE, cast.dispatcher, leg_id=leg.pk, unit=cast.village, instruction="请看看桥栏")
        assert self._notify(case, cast.informant), "the village was told before the wall stood"
        self._do(case, Act.SPLIT, cast.router, demands=[DemandInput("玉麒麟摆件被村里卖了", Kind.ACCUSATION)])
        self._do(case, Act.LINK_RESPONDENT, cast.router, name="玉麒麟的买主", unit=cast.village)
        return case

    def _e(self) -> Case:
        case = self._register(
            "E", self.cast.clerk, [DemandInput("金丝楠木被镇里运走", Kind.ACCUSATION)], "金丝楠木经手人"
        )
        self._do(
            case,
            Act.LINK_RESPONDENT,
            self.cast.router,
            name="金丝楠木经手人",
            unit=self.cast.town,
            respondent_id=case.respondents.get().pk,
        )
        given = {"handling": Act.REFER, "unit": self.cast.discipline, "demands": [1], "reason": "移送"}
        self._do(case, Act.PROPOSE_HANDLING, self.cast.router, text="金丝楠木的事拟移送纪委", **given)
        proposal = case.proposals.get().pk
        self._do(case, Act.APPROVE_PROPOSAL, self.cast.coordinator, proposal=proposal, note="金丝楠木要快查")
        self._do(
            case,
            Act.REPORT_OFFICIALS,
            self.cast.router,
            officials="金丝楠木经手人",
            told=[OfficialsTo.ORGANIZATION],
            body="市委组织部干部监督处",
            content="金丝楠木被运走",
        )
        return case

    def _f(self) -> Case:
        case = self._register(
            "F", self.cast.clerk, [DemandInput("琉璃佛塔送进了信访局", Kind.ACCUSATION)], "琉璃佛塔收受人"
        )
        self._do(
            case,
            Act.LINK_RESPONDENT,
            self.cast.router,
            name="琉璃佛塔收受人",
            unit=self.cast.bureau,
            respondent_id=case.respondents.get().pk,
        )
        self._do(case, Act.REFER, self.cast.sealed_desk, unit=self.cast.discipline, demands=[1], reason="移送")
        return case

    def _u(self) -> Case:
        return self._register(
            "U", self.cast.dispatcher, [DemandInput("赤霞剑被卖给了亲戚", Kind.ACCUSATION)], "赤霞剑的卖主"
        )

    def _v(self) -> Case:
        return self._register(
            "V", self.cast.dispatcher, [DemandInput("紫檀屏风搬进了镇里", Kind.ACCUSATION)], "青石镇政府"
        )

    def _do(self, case: Case, act: Act, by: Staff, **arguments: Any) -> None:
        ACTIONS[act](case.pk, by=by, on=START + timedelta(days=1), **arguments)

    def _notify(self, case: Case, staff: Staff) -> bool:
        for follow_up in FollowUp.objects.filter(event__case=case, done_at=None):
            do_follow_up(follow_up.pk)
        return Notice.objects.filter(case=case, staff=staff).exists()
