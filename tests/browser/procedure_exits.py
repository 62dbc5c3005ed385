"""Six other invented petitions through the side exits: each ends with its letter served."""

from collections.abc import Callable
from typing import Any

from law.vocabulary import Act, Duty, Letter, State
from tests.browser.office import Office
from tests.browser.procedure_legs import HOUSING, LABOUR
from tests.browser.procedure_remedies import LAST
from tests.browser.procedure_walk import Walk
from tests.browser.procedure_words import APPEAL, PETITION
from tests.cases.uploads import PDF, json_file
from tests.serving import DUTIES

PERSON = {"role": "petitioner", "phone": "13900007788", "address": "晴川社区3栋502室"}


def petition(name: str, subject: str, content: str, *demands: dict[str, str], **more: Any) -> dict[str, Any]:
    """What the window types."""
    parties = [{"name": name, **PERSON}] if name else []
    return {
        "channel": "letter",
        "subject": subject,
        "content": content,
        "parties": parties,
        "demands": list(demands),
        **more,
    }


def referred(walk: Walk, unit: str) -> Walk:
    """Refer the one demand to a unit."""
    walk.does("fenban", Act.REFER, f"转送{unit}", demands=[1], unit=walk.unit(unit), reason="属于你单位职权范围。")
    return walk.at_unit(unit)


def not_accepted(walk: Walk) -> None:
    """Already before the court: not accepted, and told where to go."""
    text = "商品房买卖合同已经起诉，要求住建局责令开发商退房款"
    walk.registers("chuangkou", **petition("邵长庚", "要求退房款", text, {"text": text, "kind": "appeal"}))
    referred(walk, HOUSING).is_refused(
        "fuzeren", Act.NOT_ACCEPT, "ground_unfit", ground="NA_NOT_COMPETENT", reason="不归我局管", where="法院"
    )
    walk.does(
        "fuzeren",
        Act.NOT_ACCEPT,
        ground="NA_LITIGATION",
        reason="买卖合同纠纷已由人民法院立案（2026）澄民初118号。",
        where="澄湖区人民法院诉讼服务中心（澄湖大道66号）",
    )
    walk.is_refused("fuzeren", Act.APPROVE_EXIT, "own_request")
    walk.does("xietiao", Act.APPROVE_EXIT)
    walk.is_refused("fuzeren", Act.CLOSE, "notice_missing")
    told_and_closed(walk, "fuzeren", "fuzeren")


def diverted(walk: Walk) -> None:
    """A dispute over overtime pay belongs to arbitration."""
    text = "公司拖欠两年加班费11,300元"
    walk.registers("chuangkou", **petition("孟晓棠", "追讨加班费", text, {"text": text, "kind": "appeal"}))
    referred(walk, LABOUR).page(
        "renshe.fuzeren",
        Act.DIVERT,
        "导入法定途径：仲裁",
        path="仲裁",
        reason="加班费争议属于劳动争议，应当先申请劳动争议仲裁。",
        body="澄湖区劳动人事争议仲裁委员会",
        limit="自知道权利被侵害之日起一年内",
    )
    walk.stands_at(State.DIVERTED)
    told_and_closed(walk, "renshe.fuzeren", "renshe.fuzeren")


def transferred_out(walk: Walk) -> None:
    """An accusation goes to discipline inspection under seal; a receipt ends it."""
    text = "反映某街道办事处工作人员收受施工队香烟、购物卡"
    walk.registers(
        "chuangkou",
        **petition(
            "荀立夏",
            "反映收受礼品",
            text,
            {"text": text, "kind": "accusation"},
            respondents=[{"name": "鲁某", "position": "城管中队工作人员", "demands": "1"}],
        ),
    )
    walk.is_refused(
        "fenban",
        Act.TRANSFER_OUT,
        "respondent_unlinked",
        demands=[1],
        destination="discipline",
        body="澄湖区纪委监委",
        reason="x",
        extract="x",
    )
    walk.does(
        "fenban",
        Act.LINK_RESPONDENT,
        "关联被反映对象：系统外人员",
        name="鲁某",
        demands=[1],
        outside=True,
        respondent_id=walk.respondent(),
    )
    walk.does(
        "xietiao",
        Act.TRANSFER_OUT,
        "转出（纪检监察机关）",
        demands=[1],
        destination="discipline",
        body="澄湖区纪委监委",
        reason="属于纪检监察机关受理的检举控告。",
        extract="反映街道办事处工作人员收受礼品。",
    )
    walk.at_unit("澄湖区信访局").is_refused("fenban", Act.CLOSE, "receipt_missing")
    walk.days_pass(2).does(
        "fenban", Act.RECORD_TRANSFER_RECEIPT, received_on=walk.today.isoformat(), number="澄纪收〔2027〕21号"
    )
    walk.does("fenban", Act.CLOSE)


def filed(walk: Walk) -> None:
    """An anonymous word of thanks is kept on file; nobody is owed an answer."""
    text = "感谢环卫工人把河边打扫得干干净净，建议给他们添几把遮阳伞"
    walk.registers(
        "chuangkou", **petition("", "感谢环卫工人", text, {"text": text, "kind": "suggestion"}, anonymous=True)
    )
    walk.does("fenban", Act.FILE_ONLY, demands=[1], ground="thanks", reason="匿名表达感谢，已口头转达环卫部门。")
    walk.at_unit("澄湖区信访局").does("xinfang.fuzeren", Act.APPROVE_EXIT)
    walk.stands_at(State.FILED)
    walk.does("xinfang.fuzeren", Act.ARCHIVE, retention="3y")


def no_longer_accepted(walk: Walk) -> None:
    """The roof once more, on the same facts, after the review: registered, then answered by a reasoned notice."""
    demand = {"text": "楼顶维修费用不应当由业主分摊", **APPEAL}
    walk.registers("chuangkou", **{**PETITION, "demands": [demand], "parties": PETITION["parties"][:1]})
    walk.does(
        "xinfang.fuzeren",
        Act.NO_LONGER_ACCEPT,
        demands=[1],
        ground="NLA_AFTER_REVIEW",
        earlier=LAST,
        reason="与原件的事实和理由相同，没有新的事实、理由。",
        elsewhere="市人民政府作出，已核对原件。",
        papers=[json_file("复核意见书.pdf", PDF)],
    )
    walk.at_unit("澄湖区信访局").does("xietiao", Act.APPROVE_EXIT)
    told_and_closed(walk.at_unit("澄湖区信访局"), "fenban", "fenban")


def withdrawn_and_settled(walk: Walk) -> None:
    """Withdrawn, thought better of, mediated and settled."""
    text = "楼上空调外机滴水，阳台长期潮湿"
    walk.registers("chuangkou", **petition("虞清和", "空调滴水", text, {"text": text, **APPEAL}))
    referred(walk, HOUSING).does("fuzeren", Act.ACCEPT)
    due = walk.due(Duty.HANDLE_60D)
    walk.does("fuzeren", Act.NOTIFY, "送达受理告知书（邮寄）", method="post").does("chengban", Act.TAKE)
    walk.does("chuangkou", Act.ASK_WITHDRAWAL, reason="楼上答应自己修，先不办了。")
    walk.is_refused("chengban", Act.WITHDRAW, "not_permitted", how="电话")
    walk.does("fenban", Act.WITHDRAW, how="当日电话联系本人，本人说是自己的意思。")
    walk.stands_at(State.WITHDRAWN)
    walk.days_pass(6).does("chuangkou", Act.REVOKE_WITHDRAWAL, reason="楼上没有修，要求继续办理。")
    walk.stands_at(State.IN_HANDLING)
    assert walk.due(Duty.HANDLE_60D) == due, "the clock runs on from its own start"
    walk.does("chengban", Act.REFER_MEDIATION, body="committee", name="晴川社区人民调解委员会", reason="双方愿意调解。")
    walk.days_pass(5).does("chengban", Act.RECORD_MEDIATION, result="reached", text="双方达成一致。")
    walk.does(
        "chengban",
        Act.SETTLE,
        way="mediation",
        parties="虞清和；楼上住户一户",
        content="楼上住户在10日内加装冷凝水管。",
        performance="加装费用由楼上住户承担，2027年内不得再滴水。",
    )
    walk.stands_at(State.ANSWERED)
    walk.does("fuzeren", Act.NOTIFY, "送达调解协议书（直接送达）", method="in_person", receiver="虞清和")
    walk.does("fuzeren", Act.CHECK_DUTIES, **DUTIES).does("fuzeren", Act.CLOSE)


def told_and_closed(walk: Walk, sender: str, closer: str) -> None:
    """The notice is served and the leg closed: there is no window to wait for."""
    walk.does(sender, Act.NOTIFY, "送达告知书（邮寄）", method="post").does(closer, Act.CLOSE)


EXITS: tuple[tuple[str, Callable[[Walk], None], State, Letter | None], ...] = (
    ("不予受理", not_accepted, State.CLOSED, Letter.NON_ACCEPTANCE_NOTICE),
    ("导入法定途径", diverted, State.CLOSED, Letter.DIVERSION_NOTICE),
    ("检举控告转出", transferred_out, State.CLOSED, Letter.TRANSFER_LETTER),
    ("存查", filed, State.ARCHIVED, None),
    ("复核后不再受理", no_longer_accepted, State.CLOSED, Letter.NO_LONGER_ACCEPTED_NOTICE),
    ("撤回、反悔、调解和解", withdrawn_and_settled, State.CLOSED, Letter.MEDIATION_AGREEMENT),
)


def walk_exits(office: Office) -> list[Walk]:
    """Walk them all; each ends closed, or archived where nobody is to be written to."""
    walks = []
    for title, go, end, letter in EXITS:
        walk = Walk(office, title)
        go(walk)
        walk.at_unit("").stands_at(end)
        assert letter is None or walk.paper(letter).number
        walks.append(walk)
    return walks
