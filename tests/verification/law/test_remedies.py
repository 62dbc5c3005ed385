"""Histories five and six: a re-examination asked by post over a holiday; a review with a hearing, made public."""

import pytest

from law.vocabulary import Act, Letter
from tests.cast import Cast
from tests.remedy_walks import city, decider, drafter
from tests.verification.law.conftest import Begin
from tests.verification.law.history import FORBIDDEN, History
from tests.verification.law.ways import ROAD, UPHELD, accepted, drafted, enlist, handed_over

pytestmark = pytest.mark.django_db
REEXAMINATION = {"request": "意见书没有写清怎么修。"}
DISPATCHED = ("签收", "提出异议", "受理告知")


def referred(h: History, cast: Cast, day: str, *due: str) -> None:
    """Register a letter and refer it to the town the same day; ``due`` are the days of signing for, objecting, informing."""
    h.on(day)
    h.register(cast.clerk, ROAD, content="村口的路坏了一年没有人修。")
    h.does(cast.router, Act.REFER, "青石镇", demands=[1], unit=cast.town.pk, reason="属地管理")
    running = [f"{duty} {last}" for duty, last in zip(DISPATCHED, due, strict=True)]
    h.then("已转送", *running, stopped=(f"登记分流 {day}履行",))


def taken_up(h: History, cast: Cast, day: str, last: str) -> None:
    """The town accepts it; ``last`` is the sixtieth day."""
    h.on(day)
    accepted(h, cast.town, cast.town_head, cast.town_handler)
    ended = (f"签收 {day}履行", f"受理告知 {day}履行", f"提出异议 {day}因“受理并告知”终止")
    h.then("办理中", f"办结 {last}", stopped=ended)


def test_a_re_examination_by_post_over_a_holiday(cast: Cast, begin: Begin):
    city(cast)
    government, people = cast.gov, {"drafter": drafter(cast), "decider": decider(cast)}
    h = begin(
        5,
        "意见书于2026-09-01收到，复查请求在国庆节后邮寄。信访人可以自收到之日起30日内请求上一级机关复查，复查机关自收到之日起"
        "30日内提出意见（第三十五条）；届满日是法定休假日的，以休假日后的第一个工作日为届满日（民法典第二百零三条），"
        "邮寄的以交邮日为准。",
    )
    referred(h, cast, "2026-07-06", "2026-07-07", "2026-07-13", "2026-07-21")
    taken_up(h, cast, "2026-07-07", "2026-09-05")
    h.on("2026-08-31")
    drafted(h, cast.town, cast.town_handler, 1, outcome="reject")
    h.does(cast.town_head, Act.ISSUE, at=cast.town)
    h.does(cast.town_handler, Act.SERVE, "邮寄", at=cast.town, method="post")
    h.then("已办结", stopped=("办结 2026-08-31履行", "开始送达 2026-08-31履行"))
    h.letter(
        Letter.HANDLING_OPINION,
        "修好村口的路",
        "不支持",
        "《公路法》",
        "30日内",
        "云河区人民政府",
        "复查",
        by=cast.town,
        to="老*",
    )
    h.refused(cast.town_head, Act.CLOSE, "receipt_missing", "第三十五条", at=cast.town)
    h.on("2026-09-03")
    h.does(cast.town_handler, Act.RECORD_RECEIPT, at=cast.town, received_on="2026-09-01", receiver="老王")
    h.then("已办结", "申请复查 2026-10-08")
    h.on("2026-10-08")
    h.refused(cast.town_head, Act.CLOSE, "window_open", "第三十五条", at=cast.town, says="2026-10-08")
    h.on("2026-10-09")
    h.does(cast.town_head, Act.CLOSE, at=cast.town)
    h.then("已结案", stopped=("申请复查 2026-10-09因“结案”终止",))
    h.on("2026-10-12")
    asked = {"at": cast.town, **REEXAMINATION, "received_on": "2026-10-12"}
    h.refused(cast.clerk, Act.REQUEST_REEXAMINATION, "window_lapsed", "第三十五条", requested_on="2026-10-09", **asked)
    elsewhere = {"requested_on": "2026-10-08", "unit": cast.housing.pk}
    h.refused(cast.clerk, Act.REQUEST_REEXAMINATION, "unit_unfit", "第三十五条", **elsewhere, **asked)
    h.does(cast.clerk, Act.REQUEST_REEXAMINATION, "10月8日交邮", requested_on="2026-10-08", **asked)
    h.then("复查中", "复查 2026-11-11", stopped=("申请复查 2026-10-08履行",))
    late = {"at": cast.town, "ground": "late", "reason": "已过30日"}
    h.refused(people["decider"], Act.REFUSE_REMEDY, "no_ground", "第三十五条", says="没有逾期", **late)
    h.refused(cast.bureau_head, Act.DRAFT_REMEDY, "not_permitted", status=FORBIDDEN, at=cast.town, **UPHELD)
    h.on("2026-11-05")
    bare = {**UPHELD, "decision": "revoke"}
    h.refused(people["drafter"], Act.DRAFT_REMEDY, "revocation_bare", "第三十五条", at=cast.town, **bare)
    h.does(people["drafter"], Act.DRAFT_REMEDY, "维持", at=cast.town, **UPHELD)
    h.refused(people["drafter"], Act.DECIDE_REEXAMINATION, "not_permitted", status=FORBIDDEN, at=cast.town)
    h.on("2026-11-10")
    h.does(people["decider"], Act.DECIDE_REEXAMINATION, at=cast.town)
    h.then("已复查", "开始送达 2026-11-13", stopped=("复查 2026-11-10履行",))
    parts = ("2026年10月8日", "2026年10月12日", "意见书没有写清怎么修", "维持", "30日内", "云州市人民政府", "复核")
    h.letter(Letter.REEXAM_OPINION, *parts, by=government, to="老*")
    h.on("2026-11-13")
    h.does(people["decider"], Act.SERVE, "当面", at=cast.town, method="in_person", receiver="老王")
    h.then("已复查", "申请复核 2026-12-14", stopped=("开始送达 2026-11-13履行",))
    h.on("2026-12-14")
    h.refused(cast.town_head, Act.CLOSE, "window_open", "第三十六条", at=cast.town, says="2026-12-14")
    h.on("2026-12-15")
    h.does(cast.town_head, Act.CLOSE, at=cast.town)
    h.then("已结案", stopped=("申请复核 2026-12-15因“结案”终止",))
    h.concludes(
        "依第三十五条和民法典第二百零三条，30日的末日2026-10-01是国庆节，顺延到2026-10-08；当日交邮、10月12日才寄到的在期限内，虽然承办单位10月9日已经结案；次日交邮的逾期，"
        "复查机关也不能以逾期为由不予受理。复查期限从区政府收到之日2026-10-12起算到2026-11-11，2026-11-10作出，由上一级机关、"
        "由草拟人以外的负责人决定。依第三十六条，复核申请的末日2026-12-13是星期日，顺延到2026-12-14，信访人没有请求，届满后结案。"
    )


def test_a_review_with_a_hearing(cast: Cast, begin: Begin):
    city(cast)
    enlist(cast, drafter=drafter(cast), decider=decider(cast))
    h = begin(
        6,
        "办理、复核中各举行一次听证，复核意见公示。办理可以听证，60日照常计算（第三十一条第六项、第三十四条）；复核机关可以举行"
        "听证，听证所需时间不计算在30日内，经过听证的复核意见可以公示（第三十六条第二款）；对复核意见没有进一步的请求。",
    )
    referred(h, cast, "2026-02-24", "2026-02-25", "2026-03-02", "2026-03-11")
    taken_up(h, cast, "2026-02-25", "2026-04-26")
    _heard_below(h, cast)
    _re_examined(h, cast)
    _reviewed(h, cast)
    h.concludes(
        "依第三十四条，办理中的听证不影响60日，期限仍为2026-04-26；依第三十六条第二款，复核期限自2026-07-13收到起算30日为"
        "2026-08-12，听证两日不计算在内，顺延到2026-08-14，2026-08-14作出的不超期；复核意见是最终意见，不再写救济途径，"
        "再次请求复核的被拒绝；公示的内容不含信访人的姓名、电话、住址。结案不再有等候的期限。"
    )


def _heard_below(h: History, cast: Cast) -> None:
    h.on("2026-03-05")
    hearing = {"matter": "修路的责任", "place": "镇政府会议室", "participants": "双方", "planned_on": "2026-03-12"}
    h.does(cast.town_handler, Act.RECORD_INQUIRY, at=cast.town, kind="site_visit", text="路面破损三处。")
    unfit = {"at": cast.town, **hearing, "chair": cast.town_handler.pk}
    h.refused(cast.town_handler, Act.CALL_HEARING, "chair_unfit", "第三十一条第六项", **unfit)
    h.does(cast.town_handler, Act.CALL_HEARING, at=cast.town, chair=cast.dispatcher.pk, **hearing)
    h.does(cast.town_handler, Act.NOTIFY, "听证通知书", at=cast.town, method="in_person", receiver="老王")
    h.on("2026-03-13")
    held = {"attended": "双方", "minutes": "各陈其词。", "conclusion": "由镇政府修复。"}
    h.does(cast.town_handler, Act.HOLD_HEARING, at=cast.town, held_from="2026-03-12", held_to="2026-03-13", **held)
    h.then("办理中", "办结 2026-04-26")
    h.on("2026-04-20")
    drafted(h, cast.town, cast.town_handler, 1, outcome="explain")
    handed_over(h, cast.town, cast.town_head, cast.town_handler)
    h.then("已办结", "申请复查 2026-05-20", stopped=("办结 2026-04-20履行", "开始送达 2026-04-20履行"))


def _re_examined(h: History, cast: Cast) -> None:
    h.on("2026-05-18")
    h.does(cast.clerk, Act.REQUEST_REEXAMINATION, "当面", at=cast.town, channel="visit", **REEXAMINATION)
    h.then("复查中", "复查 2026-06-17", stopped=("申请复查 2026-05-18履行",))
    h.on("2026-06-15")
    h.does(cast.drafter, Act.DRAFT_REMEDY, "维持", at=cast.town, **UPHELD)
    h.does(cast.decider, Act.DECIDE_REEXAMINATION, at=cast.town)
    h.does(cast.decider, Act.SERVE, "当面", at=cast.town, method="in_person", receiver="老王")
    h.then("已复查", "申请复核 2026-07-15", stopped=("复查 2026-06-15履行", "开始送达 2026-06-15履行"))


def _reviewed(h: History, cast: Cast) -> None:
    h.on("2026-07-13")
    h.does(cast.clerk, Act.REQUEST_REVIEW, "向云州市政府", at=cast.town, request="还是没有写清怎么修。")
    h.then("复核中", "复核 2026-08-12", stopped=("申请复核 2026-07-13履行",))
    h.on("2026-07-20")
    hearing = {"matter": "修路的责任", "place": "市政府", "participants": "各方", "planned_on": "2026-07-28"}
    h.does(cast.router, Act.CALL_HEARING, "市政府的听证", at=cast.town, chair=cast.coordinator.pk, **hearing)
    h.does(cast.router, Act.NOTIFY, "听证通知书", at=cast.town, method="in_person", receiver="老王")
    h.on("2026-07-30")
    held = {"attended": "各方", "minutes": "各陈其词。", "conclusion": "维持。"}
    h.does(cast.router, Act.HOLD_HEARING, at=cast.town, held_from="2026-07-28", held_to="2026-07-29", **held)
    h.then("复核中", "复核 2026-08-14")
    h.on("2026-08-14")
    h.does(cast.router, Act.DRAFT_REMEDY, "维持", at=cast.town, **UPHELD)
    h.does(cast.bureau_head, Act.DECIDE_REVIEW, at=cast.town, number="云政信核〔2026〕17号")
    h.does(cast.bureau_head, Act.SERVE, "当面", at=cast.town, method="in_person", receiver="老王")
    h.then("已复核", stopped=("复核 2026-08-14履行", "开始送达 2026-08-14履行"))
    h.letter(Letter.REVIEW_OPINION, "还是没有写清怎么修", "维持", "最终复核意见", "第三十六条", by=city(cast), to="老*")
    h.letter_lacks(Letter.REVIEW_OPINION, "30日", by=city(cast))
    h.on("2026-08-17")
    shown = {"place": "门户网站", "shown_to": "2026-09-16", "at": cast.town}
    named = "老王请求修路，维持复查意见。"
    h.refused(cast.bureau_head, Act.PUBLISH_REVIEW, "name_in_text", "第三十六条第二款", text=named, **shown)
    h.does(cast.bureau_head, Act.PUBLISH_REVIEW, text="信访人（电话13800001234）请求修路，维持复查意见。", **shown)
    published = h.by(cast.bureau_head).get("/publications/").content.decode()
    assert "维持复查意见" in published
    assert not any(word in published for word in ("老王", "13800001234", "柳湾村12号"))
    h.does(cast.town_head, Act.CLOSE, at=cast.town)
    h.refused(cast.clerk, Act.REQUEST_REVIEW, "remedy_unfit", "第三十六条", at=cast.town, request="不服")
    h.then("已结案")
