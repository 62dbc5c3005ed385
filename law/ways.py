"""Where the first four ways of Art. 31 lead: body, time limit, how; what a petitioner who is sent there must be told.

The fifth is none: the organ performs its duty or answers (`law.answers`). Here court, arbitration or reconsideration is the right advice; against a petition opinion it never is.
"""

from dataclasses import dataclass

from law.articles import cited
from law.errors import Refused
from law.vocabulary import Path


@dataclass(frozen=True)
class Way:
    """One way out of petitioning: to which body, until when, in which form, and the article that says so."""

    body: str
    limit: str
    how: str
    article: str

    @property
    def cited(self) -> str:
        """Return the article with the law it stands in."""
        return cited(self.article)


WAYS: dict[Path, tuple[Way, ...]] = {
    Path.JUDICIAL: (
        Way(
            "有管辖权的人民法院",
            "行政诉讼一般应当自知道或者应当知道作出行政行为之日起6个月内提出；其他诉讼按照诉讼时效的规定",
            "向人民法院立案窗口递交起诉状，也可以网上立案",
            "行政诉讼法第四十六条",
        ),
        Way(
            "有管辖权的行政复议机关",
            "一般应当自知道或者应当知道该行政行为之日起60日内提出",
            "向行政复议机关递交复议申请书，也可以口头申请",
            "行政复议法第二十条",
        ),
    ),
    Path.ARBITRATION: (
        Way(
            "约定的或者有管辖权的仲裁机构",
            "按照所适用的仲裁规定计算，请尽早提出",
            "向仲裁机构递交仲裁申请书和证据材料",
            "第三十一条第二项",
        ),
    ),
    Path.PARTY_APPEAL: (
        Way(
            "作出处分、处理决定的党组织或者其上级党组织",
            "按照党内法规的规定",
            "书面提出申诉或者复审请求",
            "第三十一条第三项",
        ),
    ),
    Path.ADMIN_PROCEDURE: (
        Way(
            "有管辖权的行政复议机关，或者办理行政裁决、确认、许可、处罚的行政机关",
            "申请行政复议一般应当自知道或者应当知道该行政行为之日起60日内提出",
            "按照该行政程序的规定书面申请",
            "行政复议法第二十条",
        ),
    ),
}


def choices() -> list[tuple[str, str]]:
    """Return the paths that lead out, as (code, Chinese word) pairs."""
    return [(str(path.value), path.label) for path in WAYS]


def ways(path: Path) -> tuple[Way, ...]:
    """Return where a path leads. Raises Refused path_unfit for path five and six, which the organ itself answers."""
    if path is Path.STATUTORY_DUTY:
        words = "申请履行法定职责的不能导出：由负有该项职责的机关、单位受理，依法履行或者答复；不是本单位职责的，请提出异议，或者由登记单位转送有权处理的机关、单位。"
        raise Refused("path_unfit", words, "第三十一条第五项")
    if path not in WAYS:
        known = "、".join(each.label for each in WAYS)
        raise Refused(
            "path_unfit",
            f"“{path.label}”的事项由本程序办理并答复，不能导出。可以导入的途径：{known}。",
            "第三十一条第六项",
        )
    return WAYS[path]
