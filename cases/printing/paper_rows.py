"""What stands in each form: labelled rows, an empty one to be filled by hand, and who signs below."""

from dataclasses import dataclass, field, replace

from cases.letters.making import printed_names
from cases.letters.names import masked_letter
from cases.models import Document, Leg
from cases.openings.remedies import standing_opinion
from cases.places.deciders import proposed_decider
from cases.presenting.history import inquiry_events
from cases.reading.case_file import CaseFile
from kit.days import day_words
from kit.masking import mask_name
from kit.paper.sheet import letter_parts, printable
from law.matters import marks_said
from law.remedies import WINDOWS_OF, RemedyKind
from law.vocabulary import Channel, Kind, Letter, Movement, ServiceMethod

# A label and its words; words of several lines break there. None: room to write by hand, so many lines.
Row = tuple[str, str, int]


@dataclass(frozen=True)
class Drawn:
    """One form: its rows [label, words, empty lines], who signs, and a sentence at the foot."""

    rows: list[Row]
    signed: list[str] = field(default_factory=list)
    note: str = ""


def row(label: str, words: str = "", *, lines: int = 0) -> Row:
    """Return one row; ``lines``: how many empty ones are left for the pen."""
    return label, printable(words.strip().replace("\n", "\u2028")), lines


def registration_form(file: CaseFile, *, names: bool) -> Drawn:
    """The registration as it stands (Art. 19, 22): five elements, what was asked, by when; numbers of people masked."""
    case = file.case
    rows = [
        row("登记单位", case.unit.name),
        row("信访形式", Channel(case.channel).label),
        row("收到日期", day_words(case.received_on)),
        row("登记日期", day_words(case.registered_on)),
        row("信访人", _people(file, names=names)),
        row("初次/重复", marks_said(file.marks)),
        row("信访人数", f"{case.petitioner_count}人{'（匿名）' if case.anonymous else ''}"),
        row("内容分类", case.category if file.sealed_open else ""),
        row("问题发生地", case.location if file.sealed_open else ""),
        row("事由", file.subject),
        row("诉求", demand_lines(file)),
        row("来信概况", file.content),
        row("限办日期", limit_lines(file)),
        row("拟办意见", lines=4),
    ]
    return Drawn(rows, ["登记人", "审核人"], "电话、证件号码和住址已遮盖；完整信息按“查看完整信息”办理。")


def service_receipt(file: CaseFile, document: Document, *, names: bool) -> Drawn:
    """Blank to take along; what has been recorded of the last service is filled in, names of third people masked."""
    last = next(reversed(document.services.all()), None)
    shown = document if names else masked_letter(document, file.case.parties.all())
    to = letter_parts(shown.content)["to"] or (printed_names(file.case) if names else _masked_names(file))
    rows = [
        row("送达文书", Letter(document.kind).label),
        row("文号", document.number),
        row("制作单位", document.unit.name),
        row("受送达人", to),
        row("送达方式", ServiceMethod(last.method).label if last else "", lines=0 if last else 1),
        row("发出日期", day_words(last.sent_on) if last else "", lines=0 if last else 1),
        row("收到日期", day_words(last.received_on) if last else "", lines=0 if last and last.received_on else 1),
        row("签收人", mask_name(last.receiver) if last else "", lines=0 if last and last.receiver else 2),
        row("代收人与受送达人的关系", lines=1),
        row("拒收事由", (last.returned_reason if last else ""), lines=1),
        row("见证人", mask_name(last.witness) if last else "", lines=0 if last and last.witness else 1),
        row("备注", last.note if last else "", lines=1),
    ]
    return Drawn(rows, ["送达人"], "以签收日期为送达日期；信访人请求复查、复核的期限自收到书面答复之日起计算。")


def remedy_request(file: CaseFile, leg: Leg, kind: RemedyKind, *, names: bool) -> Drawn:
    """A request that the petitioner only has to fill in: whom it goes to, against which opinion, until when (Art. 35, 36)."""
    opinion = standing_opinion(leg)
    assert opinion is not None
    decider = proposed_decider(file.case, opinion.unit)
    window = WINDOWS_OF[Letter(opinion.kind)]
    due = next((c.due_on for c in leg.clocks.all() if c.duty == window and c.running and c.due_on), None)
    attached = "处理意见书" if kind is RemedyKind.REEXAMINATION else "处理意见书、复查意见书"
    rows = [
        row("申请人", names_line(file, names=names)),
        row("联系电话", lines=1),
        row("住址", lines=1),
        row(f"{kind.label}机关", decider.name if decider else "", lines=0 if decider else 1),
        row("原办理机关", opinion.unit.name),
        row("不服的意见", f"{Letter(opinion.kind).label}（{opinion.number}）"),
        row("作出日期", day_words(opinion.issued_on)),
        row("请求", lines=6),
        row("事实和理由", lines=13),
        row("附件", attached),
    ]
    until = f"请在{day_words(due)}以前提出。" if due else "自收到意见书之日起30日内提出。"
    return Drawn(rows, ["申请人（签名）", "日期"], f"{until}书面提出确有困难的，可以口头提出，由受理单位记录。")


def extension_approval(file: CaseFile, leg: Leg) -> Drawn:
    """Every extension that was asked for on a leg, and what was decided (Art. 34)."""
    rows = [row("办理单位", leg.unit.name), row("承办人", leg.handler.name if leg.handler else "")]
    for each in leg.extensions.all():
        granted = each.granted_days
        decided = "" if granted is None else f"批准延长{granted}日" if granted else "不准延期"
        rows += [
            row("申请", f"{each.asked_by.name}，{day_words(each.asked_on)}，申请延长{each.days}日"),
            row("延期理由", each.reason),
            row("原届满日", day_words(each.old_due_on)),
            row("审批意见", f"{decided}\n{each.note}", lines=0 if decided else 3),
            row("延长后届满日", day_words(each.new_due_on)),
            row(
                "审批人",
                f"{each.decided_by.name}，{day_words(each.decided_on)}" if each.decided_by else "",
                lines=0 if decided else 1,
            ),
        ]
    return Drawn(rows, ["单位负责人（签名）", "日期"], "延长期限合计不超过30日，并告知信访人延期理由（第三十四条）。")


def investigation_report(file: CaseFile, leg: Leg) -> Drawn:
    """What was asked, what was done to find out, what was found and is proposed, from the records of a leg."""
    own = replace(file, legs=[leg], hand_offs=[h for h in file.hand_offs if h.leg_id == leg.pk])
    steps = "\n".join(
        f"{each['on']:%Y-%m-%d} {each['act']}（{'，'.join(filter(None, (each['unit'], each['who'])))}）：{each['text']}"
        for each in inquiry_events(own)
    )
    answers = [view.demand for view in file.demands if view.demand.leg_id == leg.pk]
    facts = "\n".join(f"诉求{d.number}：{d.facts}" for d in answers if d.facts)
    proposed = "\n".join(f"诉求{d.number}：{d.get_outcome_display()}。{d.opinion}" for d in answers if d.outcome)
    rows = [
        row("调查单位", leg.unit.name),
        row("承办人", leg.handler.name if leg.handler else ""),
        row("背景", demand_lines(file, leg)),
        row("调查过程", steps),
        row("查明的事实", facts, lines=0 if facts else 5),
        row("建议", proposed, lines=0 if proposed else 5),
    ]
    return Drawn(rows, ["调查人（签名）", "日期"])


def coordination_minutes(file: CaseFile, leg: Leg) -> Drawn:
    """Who was heard on a matter of several units, what each said, and what was decided (Art. 24)."""
    heard = [h for h in leg.hand_offs.all() if h.movement in (Movement.CO_HANDLE, Movement.CONSULT) and h.replied_on]
    decided = [each for each in leg.objections.all() if each.above_the_sender and each.decided_on]
    units = list(dict.fromkeys([leg.unit.name, *(h.to_unit.name for h in heard)]))
    issues = [h.reason for h in heard] + [f"管辖异议：{each.reason}" for each in decided]
    said = "\n".join(f"{h.to_unit.name}（{h.replied_on:%Y-%m-%d}）：{h.reply}" for h in heard)
    ruled = "\n".join(
        f"{each.arbiter.name if each.arbiter else '联席会议'}（{each.decided_on:%Y-%m-%d}）：指定"
        f"{each.named.name if each.named else leg.unit.name}办理。{each.words}"
        for each in decided
    )
    rows = [
        row("时间", lines=1),
        row("地点", lines=1),
        row("主持人", lines=1),
        row("参加单位", "、".join(units)),
        row("议题", "\n".join(issues)),
        row("各方意见", said, lines=0 if said else 4),
        row("议定事项", ruled, lines=0 if ruled else 6),
    ]
    return Drawn(rows, ["主持人（签名）", "记录人"])


def _people(file: CaseFile, *, names: bool) -> str:
    full = {party.pk: party for party in file.case.parties.all()} if names and file.sealed_open else {}
    lines = []
    for view in file.parties:
        name = full[view.id].name if view.id in full else view.name
        lines.append(
            "，".join(
                filter(None, (f"{name or '（姓名不详）'}（{view.role}）", view.phone, view.id_number, view.address))
            )
        )
    return "\n".join(lines) or "（姓名不详）"


def names_line(file: CaseFile, *, names: bool) -> str:
    """Return the petitioners' names, masked where they may not be seen."""
    return printed_names(file.case) if names and file.sealed_open else _masked_names(file)


def _masked_names(file: CaseFile) -> str:
    return "、".join(view.name for view in file.parties if view.name)


def demand_lines(file: CaseFile, leg: Leg | None = None) -> str:
    """Return the demands of the case, or of a leg, a line each."""
    views = [view for view in file.demands if leg is None or view.demand.leg_id == leg.pk]
    return "\n".join(f"{v.demand.number}．{v.text}（{Kind(v.demand.kind).label}）" for v in views)


def limit_lines(file: CaseFile) -> str:
    """Return the last days that run, the nearest first."""
    running = sorted((c.due_on, c.get_duty_display()) for c in file.clocks if c.running and c.due_on)
    return "\n".join(f"{duty}：{day_words(due)}" for due, duty in running)
