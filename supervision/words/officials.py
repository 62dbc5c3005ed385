"""Words that no pledge and no assessment may count: what petitioners do is no duty of officials (practice.md §6, Art. 3)."""

from law.errors import Refused

_COUNTED = (
    "信访量",
    "信访总量",
    "上访",
    "重访",
    "重信",
    "越级",
    "进京",
    "赴省",
    "集体访",
    "息访",
    "息诉",
    "零信访",
    "批次",
    "人次",
    "登记量",
    "重复信访",
    "化解率",
    "化解数",
)


def assert_of_officials(text: str, what: str = "责任状") -> None:
    """Refuse a target that counts petitions, visits or settlements. Raises Refused counts_petitions."""
    found = next((word for word in _COUNTED if word in text), None)
    if found:
        raise Refused(
            "counts_petitions",
            f"{what}不能拿“{found}”作指标：只写干部该做的事，例如按期告知率、按期答复率、接访天数、回访件数。",
            "第三条",
        )
