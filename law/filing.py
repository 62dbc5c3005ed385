"""存查: what may be kept on file without being handled, by which ground, and what never may (Art. 22, 25, 29, 30, 31)."""

from law.errors import Refused
from law.vocabulary import Kind, Path
from law.words import Word

_ARTICLES = {Kind.SUGGESTION: "第二十九条", Kind.ACCUSATION: "第三十条", Kind.APPEAL: "第三十一条"}


class FilingGround(Word):
    """存查的理由: the four that a day's list is signed for, and any other, which two people decide singly."""

    DUPLICATE = "duplicate", "完全重复"
    NO_REQUEST = "no_request", "看不出请求"
    EMPTY = "empty", "空信封"
    THANKS = "thanks", "感谢、表扬"
    OTHER = "other", "其他（写明理由，逐件核准）"


# Signed together on the list of the day.
LISTED = (FilingGround.DUPLICATE, FilingGround.NO_REQUEST, FilingGround.EMPTY, FilingGround.THANKS)


def never_filed(number: int, kind: Kind, path: Path | None, *, urgent: bool, named: bool) -> Refused | None:
    """Return why a demand is never kept on file only, whatever the ground; each has its own way. Code: file_unfit."""
    if urgent:
        return _unfit("本件标为重大紧急，应当及时报告、依法处置，不能存查。", "第二十五条")
    if path is Path.JUDICIAL:
        words = f"第{number}项属于涉诉事项，应当转政法机关或者释法引导，不能存查；请“转出”或者“释法引导”。"
        return _unfit(words, "第二十二条第二款")
    if named and kind is Kind.ACCUSATION:
        words = f"第{number}项是具名的检举控告，应当按照管理权限转有权机关，不能存查；请“转出”或者“转送”。"
        return _unfit(words, _ARTICLES[kind])
    return None


def unfiled_by(ground: FilingGround, number: int, kind: Kind, *, named: bool) -> Refused | None:
    """Return why a demand is not kept on file by this ground: what a named person asks for is handled. Code: file_unfit."""
    if kind is Kind.ACCUSATION and ground is not FilingGround.OTHER:
        words = f"第{number}项是检举控告，只能以“其他”写明理由，逐件由两人核准。"
        return _unfit(words, _ARTICLES[kind])
    if kind is Kind.NONE or not named or ground is FilingGround.DUPLICATE:
        return None
    words = (
        f"第{number}项登记为{kind.label}，信访人清楚，应当办理并答复，不能存查；"
        "确实没有提出请求的，请先“拆分诉求”把类别改为“看不出请求”。"
    )
    return _unfit(words, _ARTICLES[kind])


def _unfit(words: str, article: str) -> Refused:
    return Refused("file_unfit", words, article)
