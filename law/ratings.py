"""Rating 满意度评价 (Art. 21, para 2): the petitioner says how he was served; whom, in which words, and by which way he says it."""

from law.words import Word

ARTICLE = "第二十一条第二款"


class Rated(Word):
    """评价对象: the office that took the petition in and passed it on, and the unit that answered, each by itself."""

    OFFICE = "office", "信访部门"
    UNIT = "unit", "办理单位"


class Score(Word):
    """评价结果. Who does not wish to rate has not rated: there is no fourth."""

    SATISFIED = "satisfied", "满意"
    MOSTLY = "mostly", "基本满意"
    NOT = "not", "不满意"


class RatingWay(Word):
    """评价方式: how the petitioner's own word came."""

    PORTAL = "portal", "本人网上评价"
    CALL = "call", "信访部门电话回访"
    COUNTER = "counter", "本人到窗口评价"
