"""承诺: what an official says he will do by a day, who may say that it was done, and what is no promise (Art. 27)."""

from law.words import Word

ARTICLE = "第二十七条"
# Whoever helps asks for nothing in return: these turn a promise into a bargain over the right to petition.
CONDITIONS = (
    "息访",
    "息诉",
    "罢访",
    "停访",
    "不再上访",
    "不再信访",
    "不再走访",
    "不得上访",
    "不得信访",
    "不上访",
    "不信访",
    "停止上访",
    "停止信访",
    "放弃上访",
    "放弃信访",
    "不再反映",
    "不再投诉",
    "不再举报",
)


class PromiseState(Word):
    """承诺的状态."""

    OPEN = "open", "履行中"
    KEPT = "kept", "已兑现"
    WITHDRAWN = "withdrawn", "已撤回"
    ENDED = "ended", "随件终止"


class Occasion(Word):
    """承诺的场合."""

    RECEPTION = "reception", "接待来访"
    FIELD = "field", "走访、现场办公"
    HANDLING = "handling", "办理当中"


class TellWay(Word):
    """How the petitioner was told."""

    FACE = "face", "当面"
    CALL = "call", "电话"
    WRITTEN = "written", "书面"
    ONLINE = "online", "网上"


class Evidence(Word):
    """What says that a promise was kept: the petitioner's own word, by whichever way, or a paper."""

    PORTAL = "portal", "信访人网上确认"
    CALL = "call", "信访部门电话向信访人核实"
    COUNTER = "counter", "信访人到窗口确认"
    DOCUMENT = "document", "有书面材料证明"


class VisitResult(Word):
    """What a visit by another unit found."""

    KEPT = "kept", "属实，已兑现"
    PARTLY = "partly", "部分兑现"
    NOT_KEPT = "not_kept", "没有兑现"
    UNREACHED = "unreached", "联系不上信访人"


# Words that only happen to begin with the same sign: 信息、利息.
_INNOCENT = ("休息", "信息", "消息", "利息")


def condition_in(*texts: str) -> str:
    """Return the first word that makes a promise depend on giving up petitioning, "" where there is none."""
    whole = "".join("，".join(texts).split())
    for word in _INNOCENT:
        whole = whole.replace(word, "□")
    return next((word for word in CONDITIONS if word in whole), "")
