"""Words of what is submitted to leaders."""

from law.words import Word


class SubmissionState(Word):
    """呈阅件的状态."""

    SUBMITTED = "submitted", "待批示"
    INSTRUCTED = "instructed", "已批示"
    NOTED = "noted", "已圈阅"
    WITHDRAWN = "withdrawn", "已撤回"


class Decision(Word):
    """What a leader did with what was submitted to him."""

    INSTRUCTED = "instructed", "批示"
    NOTED = "noted", "圈阅（没有写字）"
