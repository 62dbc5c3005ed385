"""呈批单: what the desk proposes, on paper, with room for the leader's instruction; what comes back is recorded (Art. 22)."""

from cases.models import Proposal, ProposalState
from cases.printing.paper_rows import Drawn, Row, demand_lines, limit_lines, names_line, row
from cases.reading.case_file import CaseFile
from cases.reading.proposals import reads_proposals
from kit.days import day_words
from law.vocabulary import Channel
from organizations.models import Staff

# A leader reads the gist; the letter itself lies below the slip.
MOST_CONTENT = 600
_ROOM = 7


def slip_rows(file: CaseFile, by: Staff) -> list[Proposal]:
    """Return the proposals that stand on the slip of a case for who reads what the desk keeps for itself."""
    return _proposals(file) if reads_proposals(by, file.case) else []


def approval_slip(file: CaseFile, *, names: bool) -> Drawn:
    """The petition in a few lines, what is proposed, and room for the instruction, filled in where it was given already."""
    case = file.case
    rows = [
        row("登记单位", case.unit.name),
        row("收到日期", f"{day_words(case.received_on)}（{Channel(case.channel).label}）"),
        row("信访人", f"{names_line(file, names=names)}（{case.petitioner_count}人）"),
        row("事由", file.subject),
        row("诉求", demand_lines(file)),
        row("来信概况", _gist(file.content)),
        row("限办日期", limit_lines(file)),
    ]
    for each in _proposals(file):
        rows += [row("拟办意见", f"{each.text}\n拟{each.said}。\n{each.by.name}　{day_words(each.proposed_on)}")]
        rows += [_instruction(each)]
    return Drawn(
        [*rows, row("办理结果", lines=2)], ["批示人（签名）", "日期"], "批示后退回登记单位，由拟办人以外的人登记。"
    )


def _instruction(each: Proposal) -> Row:
    if each.state is ProposalState.WAITING:
        return row("领导批示", lines=_ROOM)
    who = each.leader or (each.decided_by.name if each.decided_by else "")
    said = f"{each.state.label}。{each.note}\n{who}　{day_words(each.instructed_on or each.decided_on)}"
    return row("领导批示", said)


def _gist(content: str) -> str:
    return content if len(content) <= MOST_CONTENT else f"{content[:MOST_CONTENT]}……（下略）"


def _proposals(file: CaseFile) -> list[Proposal]:
    return [each for each in file.case.proposals.all() if each.state is not ProposalState.WITHDRAWN]
