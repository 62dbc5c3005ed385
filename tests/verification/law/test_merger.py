"""History eight: the unit that handles a matter goes into another in the middle of it."""

from datetime import date

import pytest

from cases.actions.succession import carry_out_due
from law.vocabulary import Act, Letter
from tests.cases.reforming import fresh
from tests.cast import Cast
from tests.verification.law.conftest import Begin
from tests.verification.law.history import FORBIDDEN, History
from tests.verification.law.ways import CANAL, ROAD, accepted, drafted, enlist, handed_over

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("no_broker")]
FIRST, SECOND = "第一件", "第二件"


def test_a_merger_in_the_middle(cast: Cast, begin: Begin):
    h = begin(
        8,
        "青石镇受理以后并入白沙镇。应当对信访事项作出处理的机关、单位分立、合并、撤销的，由继续行使其职权的机关、单位受理"
        "（第二十四条第二款）；条例没有规定合并可以使期限重新起算，60日仍从原受理之日起算（第三十四条）。",
    )
    h.on("2026-03-06")
    h.register(cast.clerk, ROAD, name=FIRST, content="村口的路坏了一年没有人修。")
    h.does(cast.router, Act.REFER, "青石镇", demands=[1], unit=cast.town.pk, reason="属地管理")
    due = ("签收 2026-03-09", "提出异议 2026-03-13", "受理告知 2026-03-21")
    h.then("已转送", *due, stopped=("登记分流 2026-03-06履行",))
    h.on("2026-03-09")
    accepted(h, cast.town, cast.town_head, cast.town_handler)
    stopped = ("签收 2026-03-09履行", "提出异议 2026-03-09因“受理并告知”终止", "受理告知 2026-03-09履行")
    h.then("办理中", "办结 2026-05-08", stopped=stopped)
    _merged(h, cast)
    _answered_by_the_successor(h, cast)
    h.concludes(
        "依第二十四条第二款，青石镇自2026-04-01起不再办理，正在办理的一件由白沙镇继续办理，尚未受理的一件由白沙镇受理；"
        "依第三十四条、第二十三条第三款，办结期限2026-05-08、告知期限2026-04-14都没有变，首办单位仍是青石镇，"
        "已经发出的受理告知书仍署原单位名称；意见书由白沙镇作出，依第三十五条写明向区人民政府请求复查，期限届满后结案。"
    )


def _merged(h: History, cast: Cast) -> None:
    reform = {"unit": cast.town.pk, "successor": cast.other_town.pk, "basis": "云河区乡镇区划调整方案"}
    h.on("2026-03-30")
    admin = h.by(cast.system_admin)
    today = admin.post("/reforms/", {**reform, "effective": "2026-03-30"})
    h.turned_down(cast.system_admin, "登记机构改革，当日生效", today, "reform_retroactive")
    made = admin.post("/reforms/", {**reform, "effective": "2026-04-01"})
    assert made.status_code == 201, made.content.decode()
    h.noted(cast.system_admin, "登记机构改革（青石镇并入白沙镇，2026-04-01生效）")
    approval = f"/reforms/{made.json()['id']}/approve/"
    h.turned_down(cast.system_admin, "核准机构改革", admin.post(approval, {}), "not_permitted", status=FORBIDDEN)
    assert h.by(cast.security_admin).post(approval, {}).status_code == 200
    h.noted(cast.security_admin, "核准机构改革")
    h.register(cast.clerk, CANAL, name=SECOND, content="水渠堵了。")
    h.does(cast.router, Act.REFER, "青石镇", demands=[1], unit=cast.town.pk, reason="属地管理")
    due = ("签收 2026-03-31", "提出异议 2026-04-07", "受理告知 2026-04-14")
    h.then("已转送", *due, stopped=("登记分流 2026-03-30履行",))
    h.on("2026-04-01")
    h.refused(cast.town_head, Act.ACCEPT, "unit_closed", "第二十四条第二款", at=cast.town, says="白沙镇人民政府")
    assert carry_out_due(date(2026, 4, 1)) == 2
    h.noted(None, "职责承接：移交白沙镇")
    h.then("已转送", *due)
    h.turn_to(FIRST)
    h.noted(None, "职责承接：移交白沙镇")
    h.then("办理中", "办结 2026-05-08")
    [leg] = h.case.legs()
    assert (leg["unit"], leg["first_unit"]) == ("白沙镇人民政府", "青石镇人民政府")
    enlist(cast, town_head=fresh(cast.town_head), town_handler=fresh(cast.town_handler))


def _answered_by_the_successor(h: History, cast: Cast) -> None:
    heir = cast.other_town
    h.on("2026-04-02")
    h.turn_to(SECOND)
    accepted(h, heir, cast.town_head, cast.town_handler)
    stopped = ("签收 2026-04-02履行，超期2日", "提出异议 2026-04-02因“受理并告知”终止", "受理告知 2026-04-02履行")
    h.then("办理中", "办结 2026-06-01", stopped=stopped)
    h.letter(Letter.ACCEPTANCE_NOTICE, "2026年3月30日", "60日", by=heir, to="老*")
    h.on("2026-04-20")
    for name in (FIRST, SECOND):
        h.turn_to(name)
        drafted(h, heir, cast.town_handler, 1)
        handed_over(h, heir, cast.town_head, cast.town_handler)
        h.then("已办结", "申请复查 2026-05-20", stopped=("办结 2026-04-20履行", "开始送达 2026-04-20履行"))
        h.letter(Letter.HANDLING_OPINION, "30日内", "云河区人民政府", "复查", by=heir, to="老*")
    h.turn_to(FIRST)
    h.letter(Letter.ACCEPTANCE_NOTICE, "2026年3月6日", "60日", by=cast.town, to="老*")
    h.on("2026-05-20")
    h.refused(cast.town_head, Act.CLOSE, "window_open", "第三十五条", at=heir, says="2026-05-20")
    h.on("2026-05-21")
    for name in (FIRST, SECOND):
        h.turn_to(name)
        h.does(cast.town_head, Act.CLOSE, at=heir)
        h.then("已结案", stopped=("申请复查 2026-05-21因“结案”终止",))
