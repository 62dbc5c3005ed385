"""Words of what is submitted to leaders."""

from law.words import Word


class SubmissionState(Word):
    """呈阅件的状态."""

    SUBMITTED = "submitted", "待批示"
    INSTRUCTED = "instructed", "已批示"
    NOTED = "noted", "已圈阅"
    WITHDRAWN = "withdrawn", "已撤回"
