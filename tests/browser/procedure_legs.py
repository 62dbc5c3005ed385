"""One invented petition with three legs through everything the Regulation has: objection to archive."""

from datetime import date, timedelta
from typing import Any

from law.deadlines import due_on
from law.vocabulary import Act, Duty, Letter, State
from tests.browser.office import Pick
from tests.browser.procedure_walk import CALENDAR, Walk, working
from tests.browser.procedure_words import PETITION, REFUSING

HOUSING, LAND, FARMING = "澄湖区住房和城乡建设局", "澄湖区自然资源局", "澄湖区农业农村局"
LABOUR, TOWN, GOVERNMENT, CITY = "澄湖区人力资源和社会保障局", "苇塘镇", "澄湖区人民政府", "澄州市人民政府"


def heard(walk: Walk, who: str, text: str) -> None:
    """The petitioner is heard before anything is answered."""
    walk.does(who, Act.RECORD_INQUIRY, "登记调查情况：听取信访人陈述", kind="heard_petitioner", text=text)


def dispatched(walk: Walk) -> None:
    """Registered at the window, three demands to three units; two objections of one demand, then the superior decides."""
    walk.registers("chuangkou", **PETITION)
    start = walk.today
    assert walk.due(Duty.DISPATCH_15D) == start + timedelta(days=15)
    for demand, unit in ((1, HOUSING), (2, FARMING)):
        walk.at_unit("").does(
            "fenban",
            Act.REFER,
            f"转送第{demand}项给{unit}",
            demands=[demand],
            unit=walk.unit(unit),
            reason="该事项属于你单位职权范围，请依法按政策处理，并按期书面告知信访人。",
        )
    walk.does(
        "fenban",
        Act.COMMISSION,
        f"交办第3项给{LABOUR}",
        demands=[3],
        unit=walk.unit(LABOUR),
        days=60,
        reason="涉及劳动报酬，需要反馈办理结果。",
    )
    walk.days_pass(2).at_unit(FARMING)
    walk.page(
        "nongye.fuzeren",
        Act.OBJECT,
        "第一次异议（建议自然资源局）",
        reason="菜地所在地块已于去年转为建设用地，不属于农业农村部门职权。",
        proposed=Pick("zrzy", LAND),
    )
    walk.days_pass(1).does("fenban", Act.AGREE_OBJECTION, "核实，同意异议，交还材料", note="经核实，该地块已转用。")
    walk.stands_at(State.RETURNED)
    walk.at_unit("")
    assert walk.due(Duty.DISPATCH_15D) == start + timedelta(days=15), "an objection resets nothing"
    walk.does("fenban", Act.REFER, f"第2项改送{LAND}", demands=[2], unit=walk.unit(LAND), reason="地块已转用。")
    walk.days_pass(3).at_unit(LAND)
    walk.page(
        "ziran.fuzeren",
        Act.OBJECT,
        "第二次异议（同一诉求，不提建议）",
        reason="该地块由苇塘镇组织平整，补偿由镇政府负责，不属于我局职权。",
    )
    walk.is_refused("fenban", Act.AGREE_OBJECTION, "second_return", note="同意")
    walk.page(
        "lingdao",
        Act.ARBITRATE,
        f"共同上一级指定{TOWN}办理",
        unit=Pick("wtz", TOWN),
        reason="区人民政府专题会议决定：由苇塘镇人民政府办理（澄政纪〔2026〕12号）。",
    )
    walk.at_unit("").is_refused(
        "fenban", Act.REFER, "unit_assigned", demands=[2], unit=walk.unit(FARMING), reason="再试一次"
    )
    walk.does(
        "fenban", Act.REFER, f"按决定分给{TOWN}", demands=[2], unit=walk.unit(TOWN), reason="按区政府的决定办理。"
    )
    walk.at_unit(TOWN).is_refused("weitang.fuzeren", Act.OBJECT, "objection_bound", reason="不属于本镇")


def accepted(walk: Walk) -> None:
    """Three units accept in time, each with its notice; the first to accept is the first handler."""
    post: dict[str, Any] = {"method": "post"}
    hand = {"method": "in_person", "receiver": "田守义"}
    for unit, head, handler, how in (
        (TOWN, "diaodu", "weitang.chengban", hand),
        (HOUSING, "fuzeren", "chengban", post),
        (LABOUR, "renshe.fuzeren", "renshe.chengban", post),
    ):
        walk.at_unit(unit).does(head, Act.OPEN).does(head, Act.ACCEPT)
        assert walk.due(Duty.HANDLE_60D) == walk.today + timedelta(days=60)
        assert walk.due(Duty.NOTICE_REFERRED_15D) >= walk.today
        walk.does(head, Act.NOTIFY, f"送达受理告知书（{'直接送达' if how is hand else '邮寄'}）", **how)
        walk.does(handler, Act.TAKE)
    assert {leg["first_unit"] for leg in walk.file["legs"] if leg["accepted_on"]} == {TOWN, HOUSING, LABOUR}


def town_answers(walk: Walk) -> None:
    """The town asks its village (on a phone), supports, and leaves the opinion with a witness."""
    walk.at_unit(TOWN)
    reply_by = (walk.today + timedelta(days=5)).isoformat()
    walk.does(
        "diaodu",
        Act.DELEGATE,
        "下派芦家村核查",
        unit=walk.unit("芦家村"),
        reply_by=reply_by,
        instruction="请到现场看看菜地，问清三户的亩数。",
    )
    walk.days_pass(3).village_reports("xinxiyuan", "菜地三户共三分，去年四月平整，未付青苗补偿。")
    walk.does("diaodu", Act.ASSESS, text="村里反映属实，应当补偿。")
    heard(walk, "weitang.chengban", "田守义等三人陈述：菜地推平时没有人来谈过补偿。")
    walk.does(
        "weitang.chengban",
        Act.ANSWER,
        "答复第2项：支持",
        demand=2,
        outcome="support",
        facts="三户菜地共0.3亩，去年4月由镇平整，未付青苗补偿。",
        opinion="按青苗补偿标准补付三户共2,160元，15日内付清。",
        legal_basis="《土地管理法》第四十八条",
        cause="execution",
    )
    walk.does("weitang.chengban", Act.SUBMIT)
    walk.page("weitang.fuzeren", Act.ISSUE, note="同意。")
    assert walk.due(Duty.SERVICE_3WD) > walk.today
    walk.is_refused("weitang.chengban", Act.SERVE, "witness_missing", method="left_with_witness")
    walk.does(
        "weitang.chengban",
        Act.SERVE,
        "送达意见书（留置送达，见证人在场）",
        method="left_with_witness",
        witness="芦家村村民委员会 林佩珊",
        note="收件人拒签，留置住所",
    )
    walk.stands_at(State.ANSWERED)
    assert walk.due(Duty.REEXAM_REQ_30D) == due_on(Duty.REEXAM_REQ_30D, walk.today, CALENDAR)
    walk.does(
        "weitang.chengban",
        Act.CHECK_DUTIES,
        solved="补付青苗补偿",
        explained="无此情形",
        helped="无此情形",
        lawful="无此情形",
    )


def labour_answers(walk: Walk) -> None:
    """The commissioned unit asks for material, answers by post; the mail comes back and is sent again from a phone."""
    who = "renshe.chengban"
    walk.at_unit(LABOUR)
    walk.does(
        who, Act.REQUEST_MATERIAL, missing="考勤记录或者工友证明\n已领工钱的凭证\n与包工头的聊天记录、欠条（有的话）"
    )
    walk.does(who, Act.NOTIFY, "送达补正告知书（邮寄）", method="post")
    walk.days_pass(4).does(who, Act.RECORD_MATERIAL, received="工友证明两份，欠条复印件一份")
    heard(walk, who, "古丽米热陈述：孩子去年三月到十一月在新港湾工地做木工。")
    walk.does(
        who,
        Act.ANSWER,
        "答复第3项：解释说明",
        demand=3,
        outcome="explain",
        facts="经查，工地总承包单位已支付31,200元，余15,600元双方对工日有争议。",
        opinion="争议部分属于劳动争议，建议依法申请劳动争议仲裁，我局已安排法律援助。",
        legal_basis="《保障农民工工资支付条例》第二十九条；《劳动争议调解仲裁法》第二条",
        cause="contract",
    )
    walk.does(who, Act.SUBMIT).page("renshe.fuzeren", Act.ISSUE, note="同意。")
    walk.scans(who, Letter.HANDLING_OPINION, "邮寄发出", "扫码登记：意见书邮寄发出")
    walk.days_pass(6)
    walk.scans(who, Letter.HANDLING_OPINION, "被退回来了", "扫码登记：退件", reason="地址不详，投递两次无人")
    walk.scans(who, Letter.HANDLING_OPINION, "邮寄发出", "扫码登记：换地址再次邮寄")
    assert not [c for c in walk.file["clocks"] if c["leg"] == walk.leg["id"] and c["duty"] == Duty.REEXAM_REQ_30D]
    got = (walk.days_pass(3).today - timedelta(days=1)).isoformat()
    walk.scans(who, Letter.HANDLING_OPINION, "已经收到", "扫码登记：送达回证", received_on=got, receiver="古丽米热")
    assert walk.due(Duty.REEXAM_REQ_30D) == due_on(Duty.REEXAM_REQ_30D, date.fromisoformat(got), CALENDAR)
    walk.does(who, Act.REPORT_CONCLUSION, text="已答复并指引仲裁，信访人同意由法律援助律师代理。")


def housing_answers(walk: Walk) -> None:
    """Extended in time, heard in public (which stops nothing), refused."""
    who, head = "chengban", "fuzeren"
    walk.at_unit(HOUSING).days_pass(20)
    extended = walk.due(Duty.HANDLE_60D) + timedelta(days=20)
    heard(walk, who, "欧阳𠮷祥陈述：楼顶漏了两年，冬天结冰。")
    walk.page(who, Act.ASK_EXTENSION, "申请延期20日", days="20", reason="需要委托鉴定单位查清渗水原因，情况复杂。")
    walk.is_refused(who, Act.EXTEND, "not_permitted", days=20)
    walk.page(head, Act.EXTEND, "批准延期20日", days="20", note="同意。")
    assert walk.due(Duty.HANDLE_60D) == extended
    walk.does(head, Act.NOTIFY, "送达延长办理期限告知书（邮寄）", method="post")
    day = working(walk.today + timedelta(days=8)).isoformat()
    walk.page(
        who,
        Act.CALL_HEARING,
        "通知听证（主持人为未参加调查的人）",
        matter="楼顶渗水的责任和维修费用由谁承担",
        planned_on=day,
        at_time="上午9时",
        place="澄湖区住房和城乡建设局三楼会议室",
        chair="卢爱莲",
        participants="信访人三人、物业公司、街道代表、听证员五人",
    )
    walk.does(who, Act.NOTIFY, "送达听证通知书（邮寄）", method="post").until(date.fromisoformat(day)).days_pass(1)
    walk.page(
        who,
        Act.HOLD_HEARING,
        "登记听证（历时两天）",
        held_from=day,
        held_to=walk.today.isoformat(),
        attended="信访人三人、物业公司法定代表人、街道代表一人、听证员五人",
        minutes="主持人宣布听证事项。\n信访人陈述：楼顶漏了两年。\n物业公司答辩：维修资金余额不足。\n双方质证、辩论，最后陈述。",
        conclusion="渗水属实；维修资金不足属实；责任分担意见不一。",
    )
    assert walk.due(Duty.HANDLE_60D) == extended, "a hearing does not pause handling"
    walk.does(
        who,
        Act.ASSESS_RISK,
        level="middle",
        reasons="信访人生活受影响",
        plan="由首办责任人当面解释，告知应急维修途径。",
    )
    walk.does(who, Act.ANSWER, "答复第1项：不支持", demand=1, **REFUSING)
    walk.does(who, Act.SUBMIT).page(head, Act.ISSUE, "审核签发", note="同意。")
    walk.does(who, Act.SERVE, "送达意见书（直接送达）", method="in_person", receiver="欧阳𠮷祥")
