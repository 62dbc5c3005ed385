"""《督办函》, whose number is the number of the order, and 《督办建议书》 (Art. 40)."""

from kit.days import day_words
from kit.letters import RecordPaper, Variable
from supervision.orders.rules import rule_of
from supervision.words.orders import AdviceKind, Failure, OrderMethod

ORDER_LETTER = RecordPaper(
    code="supervision.order",
    title="督办函",
    word="督",
    template="supervision/orders/letters/order.txt",
    variables=(
        Variable("被督办单位", "示例镇人民政府", lambda words: str(words["record"].unit.name), required=True),
        Variable("信访件编号", "X990102-20260302-1", lambda words: str(words["record"].case.number), required=True),
        Variable("情形", "未按期办结", lambda words: Failure(words["record"].failure).label, required=True),
        Variable("条款", "第三十四条", lambda words: rule_of(words["record"].failure).article, required=True),
        Variable("方式", "函", lambda words: OrderMethod(words["record"].method).label, required=True),
        Variable("督办要求", "请于月底前修好道路。", lambda words: str(words["record"].text), required=True),
        Variable("应反馈日期", "2026年3月31日", lambda words: day_words(words["record"].reply_by), required=True),
    ),
    article="第四十条",
)
ADVICE_LETTER = RecordPaper(
    code="supervision.advice",
    title="督办建议书",
    word="督建",
    template="supervision/orders/letters/advice.txt",
    variables=(
        Variable("建议对象", "示例镇人民政府", lambda words: str(words["record"].addressee), required=True),
        Variable("督办号", "信督〔2026〕1号", lambda words: str(words["record"].order.number), required=True),
        Variable(
            "信访件编号", "X990102-20260302-1", lambda words: str(words["record"].order.case.number), required=True
        ),
        Variable("类型", "改进工作", lambda words: AdviceKind(words["record"].kind).label, required=True),
        Variable("建议", "请建立限时回复制度。", lambda words: str(words["record"].text), required=True),
    ),
    article="第四十条",
)
