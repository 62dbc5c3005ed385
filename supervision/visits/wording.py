"""What the texts of a visit must not say: words that judge a person, conditions on petitioning, a rating to the unit."""

from law.dissuasion import judging_word
from law.errors import Refused
from law.unconditional import condition_in

_RATING = "满意"


def assert_fitting(*texts: str) -> None:
    """Keep out words that judge a person, and what asks him to give up petitioning. Raises Refused: judging, conditional."""
    if word := judging_word(*texts):
        raise Refused("judging", f"“{word}”是对人的评价，请改写为事实：谁说了什么、还缺什么。")
    if words := condition_in(*texts):
        raise Refused("conditional", f"“{words}”是以不再信访为条件，回访不要求信访人作这样的表示，请删去。")


def assert_no_rating(text: str) -> None:
    """Keep a single rating with the office. Raises Refused rating_told."""
    if _RATING in text:
        raise Refused("rating_told", "反馈只写有助于改进的内容：承诺了什么、还缺什么。单件的满意与否不告诉责任单位。")
