"""Words that make help, an agreement or an answer depend on not petitioning: such a text is never kept."""

CONDITIONS = (
    "息访承诺",
    "承诺息访",
    "息诉罢访",
    "停访息诉",
    "不再上访",
    "不再信访",
    "不再反映",
    "不去上访",
    "永不上访",
    "保证不上访",
    "放弃信访",
)


def condition_in(*texts: str) -> str:
    """Return the first words that ask a petitioner to give up petitioning, "" where there are none."""
    return next((words for text in texts for words in CONDITIONS if words in text), "")
