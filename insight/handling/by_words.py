"""Kind, path and tier by the words of the matter, each with its passage and the article. Never about the person. No Django.

Which way the law opens is decided by people who read the whole of it: words say only where to look (Art. 29 to 31).
"""

import re

from insight.handling.suggestion import Suggestion
from insight.passages import passage_of
from insight.urgency import signs_of
from law.matters import Tier
from law.vocabulary import Kind, Path

_KINDS: tuple[tuple[Kind, str, str], ...] = (
    (
        Kind.ACCUSATION,
        "第三十条",
        r"举报|检举|控告|贪污|受贿|行贿|索贿|索要[^，。！？\n]{0,4}(?:好处|红包)|吃拿卡要|以权谋私|徇私|优亲厚友|虚报冒领"
        r"|(?:挪用|侵占|截留)[^，。！？\n]{0,8}(?:资金|公款|补贴|救济|集体)",
    ),
    (Kind.SUGGESTION, "第二十九条", r"(?<!不)建议|提(?:一点|一些|几点|个|出)?意见(?!书)|献计献策|合理化"),
)
_PATHS: tuple[tuple[Path, str, str], ...] = (
    (
        Path.JUDICIAL,
        "第三十一条第一项",
        r"判决书?|裁定书?|再审|上诉|起诉|强制执行|法院[^，。！？\n]{0,4}(?:受理|立案|执行)|刑事立案|不予立案|民事调解书",
    ),
    (Path.ARBITRATION, "第三十一条第二项", r"(?:劳动|人事|土地承包)[^，。！？\n]{0,8}仲裁|仲裁(?:委|裁决|申请)"),
    (Path.PARTY_APPEAL, "第三十一条第三项", r"(?:党纪|党内)[^，。！？\n]{0,6}(?:处分|警告)|开除党籍|留党察看"),
    (
        Path.ADMIN_PROCEDURE,
        "第三十一条第四项",
        r"行政复议|行政裁决|行政确认|行政许可|工伤认定|(?:不服|撤销)[^，。！？\n]{0,14}(?:处罚|决定书)|(?:宅基地|林地|土地)[^，。！？\n]{0,4}权属",
    ),
    (
        Path.STATUTORY_DUTY,
        "第三十一条第五项",
        r"(?:请|要求|申请)[^，。！？\n]{0,10}(?:查处|取缔|责令|履行[^，。！？\n]{0,4}职责)|不履行[^，。！？\n]{0,6}职责",
    ),
)
_FOUND_KINDS = tuple((kind, article, re.compile(pattern)) for kind, article, pattern in _KINDS)
_FOUND_PATHS = tuple((path, article, re.compile(pattern)) for path, article, pattern in _PATHS)


def kinds_by_words(text: str) -> list[Suggestion]:
    """Return the kinds that words of a text speak for; of an appeal no word is needed: it is the rule."""
    return [
        Suggestion(kind.value, kind.label, f"文中“{passage_of(text, hit)}”（{article}）")
        for kind, article, pattern in _FOUND_KINDS
        if (hit := pattern.search(text))
    ]


def paths_by_words(text: str) -> list[Suggestion]:
    """Return the paths that words of a text speak for; the petition procedure is what remains (Art. 31, item six)."""
    return [
        Suggestion(path.value, path.label, f"文中“{passage_of(text, hit)}”（{article}）")
        for path, article, pattern in _FOUND_PATHS
        if (hit := pattern.search(text))
    ]


def tiers_by_words(text: str) -> list[Suggestion]:
    """Return the tier that the facts of a matter speak for: what may not wait is nothing simple (Art. 22)."""
    return [
        Suggestion(Tier.ORDINARY.value, Tier.ORDINARY.label, f"{sign.kind}：“{sign.passage}”，不宜定为马上办")
        for sign in signs_of(text)[:1]
    ]
