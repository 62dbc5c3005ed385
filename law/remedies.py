"""Re-examination 复查 and review 复核 (Art. 35, 36): their words, what belongs to each, and when two opinions are the same."""

import unicodedata
from dataclasses import dataclass

from law.vocabulary import Duty, Letter, State
from law.words import Word

# The days a deciding body may designate for handling anew: no more than handling itself may take (Art. 34).
MOST_REMAND_DAYS = 90


class RemedyKind(Word):
    """复查、复核."""

    REEXAMINATION = "reexamination", "复查"
    REVIEW = "review", "复核"


class RemedyDecision(Word):
    """What a deciding body may decide; local rules list the four (山东、北京)."""

    UPHOLD = "uphold", "维持"
    REVOKE = "revoke", "撤销"
    CHANGE = "change", "变更"
    REMAND = "remand", "责令重新办理"


class RefusalGround(Word):
    """The only grounds on which a request is not taken up; the record proves each (cases/openings/refusal_grounds.py)."""

    LATE = "late", "逾期且没有正当理由"
    NO_OPINION = "no_opinion", "书面意见还没有送达"
    AGREED = "agreed", "已经达成调解（和解）协议"
    OTHER_WAY = "other_way", "应当走其他法定途径"


# What may follow where an opinion is revoked: nobody is left without an answer.
AFTER_REVOCATION = (RemedyDecision.CHANGE, RemedyDecision.REMAND)
OVERTURNED = (RemedyDecision.REVOKE, RemedyDecision.CHANGE, RemedyDecision.REMAND)


@dataclass(frozen=True)
class Course:
    """What belongs to one remedy: the opinion it is asked against, the window, the duty, its letter and article."""

    kind: RemedyKind
    against: Letter
    window: Duty
    duty: Duty
    letter: Letter
    open_state: State
    decided_state: State
    article: str


COURSES: dict[RemedyKind, Course] = {
    RemedyKind.REEXAMINATION: Course(
        RemedyKind.REEXAMINATION,
        Letter.HANDLING_OPINION,
        Duty.REEXAM_REQ_30D,
        Duty.REEXAM_30D,
        Letter.REEXAM_OPINION,
        State.REEXAMINING,
        State.REEXAM_DECIDED,
        "第三十五条",
    ),
    RemedyKind.REVIEW: Course(
        RemedyKind.REVIEW,
        Letter.REEXAM_OPINION,
        Duty.REVIEW_REQ_30D,
        Duty.REVIEW_30D,
        Letter.REVIEW_OPINION,
        State.REVIEWING,
        State.REVIEW_DECIDED,
        "第三十六条",
    ),
}
# Every letter that answers the petitioner on the merits, each with the window that its receipt opens.
WINDOWS_OF: dict[Letter, Duty | None] = {
    Letter.HANDLING_OPINION: Duty.REEXAM_REQ_30D,
    Letter.REEXAM_OPINION: Duty.REVIEW_REQ_30D,
    Letter.REVIEW_OPINION: None,
}
OPINIONS = frozenset(WINDOWS_OF)
WINDOWS = tuple(duty for duty in WINDOWS_OF.values() if duty)
# Letters that are sent as notices: a request not taken up, and an opinion after which the matter is handled anew.
REMEDY_NOTICES = (Letter.REEXAM_REJECT_NOTICE, Letter.REMEDY_READMITTED_NOTICE)
REMAND_LETTERS = (Letter.REEXAM_OPINION, Letter.REVIEW_OPINION)
# Which of them a leg in a state has to serve, or waits to be received.
OPINION_IN: dict[State, Letter] = {
    State.ISSUED: Letter.HANDLING_OPINION,
    State.ANSWERED: Letter.HANDLING_OPINION,
    State.REEXAM_DECIDED: Letter.REEXAM_OPINION,
    State.REVIEW_DECIDED: Letter.REVIEW_OPINION,
}


def article_of(ground: RefusalGround, course: Course) -> str:
    """Return the article that a ground rests on; what belongs to the window rests on that of the course."""
    own = {RefusalGround.AGREED: "第三十三条", RefusalGround.OTHER_WAY: "第三十一条第一至五项"}
    return own.get(ground, course.article)


def alike(old: str, new: str) -> bool:
    """Tell whether two opinions say the same: signs, spaces and width of characters apart (local rule on remand)."""
    return _bare(old) == _bare(new)


def _bare(text: str) -> str:
    normal = unicodedata.normalize("NFKC", text).casefold()
    return "".join(ch for ch in normal if ch.isalnum())
