"""SECOND_PERSONS: which acts are decided by another than whoever did an act before, one row each.

Whoever was the first person does not do the second: not as himself, not in another's name, not by another's hand.
"""

from dataclasses import dataclass

from law.vocabulary import Act


@dataclass(frozen=True)
class SecondPerson:
    """``second`` is another's affair than ``who``; ``first``: the acts whose hand counts as him.

    ``anew``: once decided, what was done before counts no more.
    """

    who: str
    first: tuple[Act, ...]
    second: tuple[Act, ...]
    anew: bool = True


_TURNED_AWAY = (Act.NOT_ACCEPT, Act.DECLINE, Act.NO_LONGER_ACCEPT, Act.FILE_ONLY)

SECOND_PERSONS: tuple[SecondPerson, ...] = (
    SecondPerson("申请人", (Act.REQUEST_VOID,), (Act.CONFIRM_VOID, Act.REFUSE_VOID)),
    SecondPerson("申请人", (Act.ASK_EXTENSION,), (Act.EXTEND, Act.REFUSE_EXTENSION)),
    SecondPerson("申请人", (Act.ASK_RECLASSIFICATION,), (Act.RECLASSIFY, Act.REFUSE_RECLASSIFICATION)),
    SecondPerson("承办人、送审人", (Act.ANSWER, Act.SUBMIT), (Act.ISSUE,)),
    SecondPerson("草拟人", (Act.DRAFT_REMEDY,), (Act.DECIDE_REEXAMINATION, Act.DECIDE_REVIEW, Act.REMAND)),
    SecondPerson("作出决定的人", _TURNED_AWAY, (Act.APPROVE_EXIT, Act.REFUSE_EXIT)),
    # A proof that comes later is no less another's affair because the decision was approved meanwhile.
    SecondPerson("作出决定的人", _TURNED_AWAY, (Act.REOPEN_EXIT,), anew=False),
    SecondPerson(
        "登记人、申请人",
        (Act.NOTIFY, Act.SERVE, Act.RECORD_RECEIPT, Act.ASK_UNDOING),
        (Act.UNDO_SERVICE, Act.REFUSE_UNDOING),
        anew=False,
    ),
    # Several can wait at a time, each to be approved by itself.
    SecondPerson("拟办人", (Act.PROPOSE_HANDLING,), (Act.APPROVE_PROPOSAL, Act.RECORD_PAPER), anew=False),
    # Several run at a time, each to be kept by itself; whoever made one is asked of its row.
    SecondPerson(
        "承诺人", (Act.PROMISE,), (Act.KEEP_PROMISE, Act.WITHDRAW_PROMISE, Act.RECORD_PROMISE_VISIT), anew=False
    ),
    SecondPerson("提请人", (Act.PROPOSE_FINALIZATION,), (Act.FINALIZE,)),
    SecondPerson("登记人", (Act.RECORD_SUPERIOR_CHANGE,), (Act.CONFIRM_SUPERIOR_CHANGE,)),
    SecondPerson("商请人", (Act.ASK_REDIRECT,), (Act.AGREE_REDIRECT, Act.REFUSE_REDIRECT)),
    # Several can wait at a time, each about somebody else.
    SecondPerson("被申请回避的人", (Act.REQUEST_RECUSAL,), (Act.DECIDE_RECUSAL,), anew=False),
)

_BY_SECOND = {act: row for row in SECOND_PERSONS for act in row.second}


def row_of(second: Act) -> SecondPerson:
    """Return the row of an act that a second person does."""
    return _BY_SECOND[second]
