"""劝阻、批评、教育 (Art. 26, 47): a factual record, and the words that judge a person and have no place in it."""

from law.vocabulary import Act
from law.words import Word

ARTICLE = "第二十六条、第四十七条"
# Read with the case alone: whoever listed them would list people.
NEVER_LISTED = (Act.RECORD_DISSUASION, Act.REMARK_DISSUASION)
JUDGING = (
    "缠访",
    "闹访",
    "非访",
    "无理",
    "刁民",
    "偏执",
    "精神病",
    "老上访",
    "上访户",
    "惯访",
    "重点人",
    "稳控",
    "盯防",
    "管控",
    "黑名单",
)


class DissuasionKind(Word):
    """What officials did (Art. 47, para 1)."""

    DISSUADED = "dissuaded", "劝阻"
    CRITICISED = "criticised", "批评"
    EDUCATED = "educated", "教育"


def judging_word(*texts: str) -> str:
    """Return the first word that judges a person instead of telling what happened, "" where there is none."""
    return next((word for text in texts for word in JUDGING if word in text), "")
