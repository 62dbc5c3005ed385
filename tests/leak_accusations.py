"""Accusations that left a unit: objected to, taken back, to be done again, handed up; a part of the leak scene."""

from datetime import timedelta
from typing import Any

from cases.actions.inputs import DemandInput, FromAbove
from cases.models import Case
from law.vocabulary import Act, Kind, Outcome, ServiceMethod
from organizations.models import Staff, Unit
from tests.cast import Cast


class Accusations:
    """The cases G to J, built through the acts; who may know of them stands in tests/leak_scene.py."""

    cast: Cast

    def _register(self, letter: str, by: Staff, demands: list[DemandInput], accused: str = "", **more: Any) -> Case:
        raise NotImplementedError

    def _do(self, case: Case, act: Act, by: Staff, **arguments: Any) -> None:
        raise NotImplementedError

    def _g(self) -> Case:
        case, cast = self._accusing("G", self.cast.housing, "白玉瓶被人收走", "井盖松了"), self.cast
        leg = case.legs.earliest("id")
        self._do(case, Act.OBJECT, cast.housing_head, leg_id=leg.pk, reason="白玉瓶不归住建管")
        self._do(case, Act.AGREE_OBJECTION, cast.router, leg_id=leg.pk, note="白玉瓶应当由纪委处理")
        self._do(case, Act.REFER, cast.coordinator, unit=cast.discipline, demands=[1], reason="移送")
        self._work(case, 2, cast.housing, cast.housing_head, cast.housing_handler, "井盖松了")
        return case

    def _h(self) -> Case:
        case = self._accusing("H", self.cast.town, "象牙笔筒被经办人拿走", "路灯不亮", "另一件")
        leg, cast = case.legs.earliest("id"), self.cast
        self._work(case, 2, cast.housing, cast.housing_head, cast.housing_handler, "路灯不亮")
        self._do(case, Act.SPLIT, cast.router, demands=[DemandInput("象牙笔筒是镇里批的", Kind.ACCUSATION)])
        self._do(case, Act.LINK_RESPONDENT, cast.router, name="象牙笔筒的批准人", unit=cast.town)
        self._do(case, Act.TAKE_BACK, cast.router, leg_id=leg.pk, reason="象牙笔筒是镇里批的")
        self._do(case, Act.REFER, cast.coordinator, unit=cast.discipline, demands=[1, 3], reason="移送")
        return case

    def _i(self) -> Case:
        above = FromAbove(name="市信访局", number="沉香木珠〔2026〕1号")
        case, cast = (
            self._accusing("I", self.cast.housing, "沉香木珠被人收走", "围墙裂了", days=40, from_above=above),
            self.cast,
        )
        leg = {"leg_id": case.legs.earliest("id").pk}
        self._take(case, cast.housing_head, cast.housing_handler, **leg)
        self._do(case, Act.INTERIM_REPORT, cast.housing_handler, text="沉香木珠正在查", **leg)
        asked = {"wanted": case.received_on + timedelta(days=60), "reason": "沉香木珠要鉴定"}
        self._do(case, Act.ASK_FEEDBACK_DATE, cast.housing_handler, **asked, **leg)
        self._do(case, Act.REFUSE_FEEDBACK_DATE, cast.router, reason="沉香木珠不用鉴定", **leg)
        self._do(case, Act.INTERIM_UPWARD, cast.router, text="沉香木珠已经交办")
        said = {
            "facts": "沉香木珠已退回",
            "opinion": "沉香木珠已批评教育",
            "legal_basis": "《监察法》第十一条",
            "cause": "other",
        }
        self._do(case, Act.ANSWER, cast.housing_handler, demand=1, outcome=Outcome.REPORTED_BACK, **said, **leg)
        self._do(case, Act.SUBMIT, cast.housing_handler, **leg)
        self._do(case, Act.ISSUE, cast.housing_head, **leg)
        self._do(case, Act.SERVE, cast.housing_handler, method=ServiceMethod.POST, **leg)
        self._do(case, Act.REPORT_CONCLUSION, cast.housing_handler, text="沉香木珠已办结", **leg)
        self._do(case, Act.REJECT_CONCLUSION, cast.router, reason="沉香木珠没有查清", **leg)
        self._work(case, 2, cast.farming, cast.farming_head, cast.farming_handler, "围墙裂了")
        return case

    def _j(self) -> Case:
        case, cast = self._accusing("J", self.cast.town, "翡翠如意被人收走", "水管漏了"), self.cast
        leg = {"leg_id": case.legs.earliest("id").pk}
        self._take(case, cast.town_head, cast.town_handler, **leg)
        self._work(case, 2, cast.town, cast.town_head, cast.town_handler, "水管漏了")
        self._do(case, Act.ESCALATE, cast.town_head, unit=cast.housing, reason="翡翠如意镇里查不了", **leg)
        self._do(case, Act.AGREE_ESCALATION, cast.router, note="翡翠如意由住建局查", **leg)
        return case

    def _accusing(self, letter: str, unit: Unit, accusation: str, *others: str, days: int = 0, **more: Any) -> Case:
        """A letter that accuses somebody outside and asks for more; its accusation goes to a unit."""
        name = accusation.partition("被")[0] + "的收受人"
        asks = [DemandInput(accusation, Kind.ACCUSATION), *map(DemandInput, others)]
        case = self._register(letter, self.cast.clerk, asks, name, **more)
        self._do(
            case,
            Act.LINK_RESPONDENT,
            self.cast.router,
            name=name,
            outside=True,
            respondent_id=case.respondents.get().pk,
            demands=[1],
        )
        given = {"days": days} if days else {}
        act = Act.COMMISSION if days else Act.REFER
        self._do(case, act, self.cast.coordinator, unit=unit, demands=[1], reason=accusation, **given)
        return case

    def _work(self, case: Case, number: int, unit: Unit, head: Staff, handler: Staff, extract: str) -> None:
        """A plain demand goes to a unit with an extract, and is at work there."""
        given = {"unit": unit, "demands": [number], "reason": "属地", "extract": extract}
        self._do(case, Act.REFER, self.cast.coordinator, **given)
        self._take(case, head, handler, leg_id=case.legs.latest("id").pk)

    def _take(self, case: Case, head: Staff, handler: Staff, **leg: int) -> None:
        self._do(case, Act.ACCEPT, head, **leg)
        self._do(case, Act.TAKE, head, handler=handler, **leg)
