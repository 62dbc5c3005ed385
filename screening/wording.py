"""Words that a record of a dispute does not take: it tells of a dispute, never of a person who might petition."""

from law.dissuasion import judging_word
from law.errors import Refused
from law.unconditional import condition_in

# Screening records disputes, not people: who "may go up", where somebody is, whom he meets has no place in it.
ABOUT_PEOPLE = (
    "拟上访",
    "欲上访",
    "扬言上访",
    "进京",
    "赴省",
    "串联",
    "重点人",
    "重点对象",
    "稳控",
    "行踪",
    "敏感时期",
    "敏感节点",
)


def assert_of_a_dispute(*texts: str) -> None:
    """Let only texts about what happened go on. Raises Refused: about_people, judging, conditional."""
    if word := next((word for text in texts for word in ABOUT_PEOPLE if word in text), ""):
        raise Refused(
            "about_people",
            f"“{word}”说的是人的动向，排查只记矛盾纠纷：为什么事、在哪里、牵涉多少人、做了什么。请改写后再提交。",
        )
    if word := judging_word(*texts):
        raise Refused("judging", f"“{word}”是对人的评价，请改写为事实。")
    if words := condition_in(*texts):
        raise Refused("conditional", f"“{words}”以不信访为条件，调解协议和措施不能这样写。", "第四条")
