"""权限一览: roles.MATRIX laid out for reading, on the page and in docs/permissions.md."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from law.vocabulary import Act
from organizations.act_groups import BETWEEN_OFFICES
from organizations.roles import Reach, Right, Role, reach_of, roles_with

Thing = Act | Right

GROUPS: tuple[tuple[str, tuple[Thing, ...]], ...] = (
    ("查看与权利", (*Right, Act.UNMASK)),
    (
        "登记分流",
        (
            Act.REGISTER,
            Act.CORRECT,
            Act.SPLIT,
            Act.LINK_RESPONDENT,
            Act.REFER,
            Act.COMMISSION,
            Act.PROPOSE_HANDLING,
            Act.APPROVE_PROPOSAL,
            Act.RETURN_PROPOSAL,
            Act.WITHDRAW_PROPOSAL,
            Act.RECORD_PAPER,
            Act.KEEP,
            Act.TELL_ON_SPOT,
        ),
    ),
    (
        "办理",
        (
            Act.OPEN,
            Act.ACCEPT,
            Act.TAKE,
            Act.DELEGATE,
            Act.REPORT_FINDINGS,
            Act.ASSESS,
            Act.CONSULT,
            Act.REPLY_CONSULTATION,
            Act.RECORD_INQUIRY,
            Act.ANSWER,
            Act.SET_APART,
            Act.ASK_RECLASSIFICATION,
            Act.RECLASSIFY,
            Act.REFUSE_RECLASSIFICATION,
        ),
    ),
    (
        "审签送达",
        (
            Act.SUBMIT,
            Act.SEND_BACK,
            Act.ISSUE,
            Act.NOTIFY,
            Act.SERVE,
            Act.RECORD_RECEIPT,
            Act.REPORT_CONCLUSION,
            Act.CLOSE,
            Act.RECORD_RETURN,
            Act.WAIVE_NOTICE,
            Act.ASK_UNDOING,
            Act.UNDO_SERVICE,
            Act.REFUSE_UNDOING,
        ),
    ),
    (
        "办理期间的程序",
        (
            Act.ASK_EXTENSION,
            Act.EXTEND,
            Act.REFUSE_EXTENSION,
            Act.CALL_HEARING,
            Act.HOLD_HEARING,
            Act.REQUEST_RECUSAL,
            Act.DECIDE_RECUSAL,
            Act.REQUEST_MATERIAL,
            Act.RECORD_MATERIAL,
            Act.SETTLE,
            Act.REFER_MEDIATION,
            Act.RECORD_MEDIATION,
            Act.ASK_WITHDRAWAL,
            Act.WITHDRAW,
            Act.REVOKE_WITHDRAWAL,
            Act.CO_HANDLE,
            Act.REPLY_CO_HANDLING,
            Act.ASSESS_RISK,
            Act.CHECK_DUTIES,
            Act.TRACK_EXECUTION,
            Act.REFER_RELIEF,
        ),
    ),
    (
        "复查复核",
        (
            Act.REQUEST_REEXAMINATION,
            Act.REQUEST_REVIEW,
            Act.DRAFT_REMEDY,
            Act.DECIDE_REEXAMINATION,
            Act.DECIDE_REVIEW,
            Act.REMAND,
            Act.REFUSE_REMEDY,
            Act.READMIT_REMEDY,
            Act.PUBLISH_REVIEW,
            Act.END_PUBLICATION,
            Act.REJECT_CONCLUSION,
        ),
    ),
    ("交办、反馈和上报", BETWEEN_OFFICES),
    ("终结归档", (Act.PROPOSE_FINALIZATION, Act.FINALIZE, Act.AFTER_CARE, Act.CORRECT_LETTER, Act.ARCHIVE)),
    (
        "管辖与异议",
        (
            Act.OBJECT,
            Act.AGREE_OBJECTION,
            Act.REFUSE_OBJECTION,
            Act.ASK_ARBITRATION,
            Act.ARBITRATE,
            Act.TAKE_BACK,
            Act.ASK_REDIRECT,
            Act.AGREE_REDIRECT,
            Act.REFUSE_REDIRECT,
        ),
    ),
    (
        "程序外去向",
        (
            Act.NOT_ACCEPT,
            Act.NO_LONGER_ACCEPT,
            Act.DIVERT,
            Act.TRANSFER_OUT,
            Act.RECORD_TRANSFER_RECEIPT,
            Act.FILE_ONLY,
            Act.DECLINE,
            Act.GUIDE,
            Act.APPROVE_EXIT,
            Act.REFUSE_EXIT,
            Act.REOPEN_EXIT,
            Act.DIRECT_ELSEWHERE,
        ),
    ),
    ("建议的奖励、干部问题通报", (Act.AWARD, Act.REPORT_OFFICIALS, Act.RECORD_OFFICIALS_RECEIPT)),
    ("重大紧急", (Act.REPORT_URGENT, Act.RECORD_URGENT_RECEIPT, Act.ASK_DECISION, Act.RECORD_DECISION)),
    (
        "分级、请示、提级",
        (
            Act.TRIAGE,
            Act.ASK_GUIDANCE,
            Act.REPLY_GUIDANCE,
            Act.DEFER_REPLY,
            Act.ESCALATE,
            Act.AGREE_ESCALATION,
            Act.REFUSE_ESCALATION,
        ),
    ),
    ("评价、产生原因、劝阻教育", (Act.RATE, Act.CORRECT_CAUSE, Act.RECORD_DISSUASION, Act.REMARK_DISSUASION)),
    ("承诺", (Act.PROMISE, Act.KEEP_PROMISE, Act.CHANGE_PROMISE_DATE, Act.WITHDRAW_PROMISE, Act.RECORD_PROMISE_VISIT)),
    ("同一事项", (Act.JOIN_MATTER, Act.LEAVE_MATTER)),
    ("扫描件与附件", (Act.ATTACH_SCAN, Act.ADD_FILE)),
    ("督促与作废", (Act.REMIND, Act.SUPERVISE, Act.REQUEST_VOID, Act.CONFIRM_VOID, Act.REFUSE_VOID)),
)


def groups() -> Iterator[tuple[str, tuple[Thing, ...]]]:
    """Return the groups of acts and rights; what has a role and no group (an act of a room above) stands in the last one."""
    yield from GROUPS
    sorted_in = {thing for _, things in GROUPS for thing in things}
    if rest := tuple(thing for thing in (*Right, *Act) if thing not in sorted_in and roles_with(thing)):
        yield "其他", rest


SOURCE = (
    "由程序判断权限时所用的同一张表（organizations/roles.py）直接打印，改了表，这里就跟着变。"
    "表中写的是权限所及的范围：本人、本单位、本单位及下级、全区；“—”表示没有这项权限。"
)
BEYOND_ROLES = (
    "无论什么角色，被检举控告的单位及其下级、个人看不到有关信访件（第三十条）。"
    "系统管理员、安全管理员、安全审计员由三个人分别担任，都看不到信访件。"
)


@dataclass(frozen=True)
class Line:
    """One act or right with its reach for each role of the sheet."""

    thing: Thing
    cells: tuple[tuple[Role, Reach], ...]

    @property
    def label(self) -> str:
        """Return the Chinese word of the act or right."""
        return self.thing.label


@dataclass(frozen=True)
class Group:
    """A few lines that belong together."""

    title: str
    lines: tuple[Line, ...]


@dataclass(frozen=True)
class Card:
    """What one role may do, without the lines that say nothing: for narrow screens and for one role alone."""

    role: Role
    groups: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]


def sheet(roles: Iterable[Role] = tuple(Role)) -> list[Group]:
    """Return the whole matrix by groups of acts."""
    chosen = tuple(roles)
    return [
        Group(title, tuple(Line(thing, tuple((role, reach_of(role, thing)) for role in chosen)) for thing in things))
        for title, things in groups()
    ]


def card(role: Role) -> Card:
    """Return what one role may do, by groups; groups in which it may do nothing are left out."""
    lines_of = (
        (title, tuple((thing.label, reach_of(role, thing).label) for thing in things if reach_of(role, thing)))
        for title, things in groups()
    )
    return Card(role, tuple((title, lines) for title, lines in lines_of if lines))


def permissions_text() -> str:
    """Return docs/permissions.md."""
    parts = ["# 权限一览", "", f"本文件{SOURCE}打印命令：`manage print_permissions`。", "", BEYOND_ROLES]
    for title, things in groups():
        roles = [role for role in Role if any(reach_of(role, thing) for thing in things)]
        parts += ["", f"## {title}", "", _row("", *(role.label for role in roles)), _row(*["---"] * (len(roles) + 1))]
        parts += [_row(thing.label, *(reach_of(role, thing).label for role in roles)) for thing in things]
    unassigned = f"下列行为在程序规程中已有位置，尚未授予任何角色：{_without_role()}。"
    return "\n".join([*parts, "", "## 尚无角色的行为", "", unassigned, ""])


def _without_role() -> str:
    return "、".join(act.label for act in Act if not roles_with(act)) or "无"


def _row(*cells: str) -> str:
    return f"| {' | '.join(cells)} |"
