"""Words of tasks."""

from law.words import Word


class TaskState(Word):
    """任务的状态."""

    GIVEN = "given", "待签收"
    RECEIVED = "received", "办理中"
    REPORTED = "reported", "待核实"
    CONFIRMED = "confirmed", "已完成"
    WITHDRAWN = "withdrawn", "已撤销"


class TaskSource(Word):
    """任务的来源: the label of the record that it comes from."""

    INSTRUCTION = "supervision.submission", "领导批示"
    MEETING = "supervision.meeting", "会议决议"
