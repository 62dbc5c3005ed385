"""Forms of the public collections of proposals."""

from cases.forms.base import ActForm, day, line, words


class CollectionForm(ActForm):
    """人民建议征集."""

    title = line("征集主题", most=100)
    asks = words("征集内容", rows=8, most=5000, help_text="为什么征集，请大家就哪些方面提建议。任何人都看得到。")
    opens_on = day("开始日期", required=True)
    closes_on = day("截止日期", required=True)


class ResultForm(ActForm):
    """公布征集结果."""

    result = words(
        "征集结果",
        rows=8,
        most=5000,
        help_text="怎样研究论证，采纳、部分采纳了哪些，没有采纳的为什么。任何人都看得到，不要写信访人的姓名和联系方式。",
    )
