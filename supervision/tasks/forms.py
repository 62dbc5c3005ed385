"""Forms of tasks."""

from cases.forms.base import day, words
from cases.forms.upload import FilesField
from supervision.tasks.actions import (
    confirm_task,
    move_due_day,
    receive_task,
    report_task,
    send_task_back,
    withdraw_task,
)
from supervision.tasks.moves import CONFIRM, MOVE_DAY, RECEIVE, REPORT, SEND_BACK, WITHDRAW
from supervision.tasks.steps import NothingForm, Step, StepForm

FILES_HELP = "PDF、JPG、PNG、DOCX、XLSX，每个不超过20MB，一次最多10个。"


class ReportTaskForm(StepForm):
    """反馈任务."""

    report = words("办理情况", most=5000, help_text="做了什么、结果怎样、还差什么。不写信访人的姓名、电话。")
    uploads = FilesField(label="佐证材料", help_text=FILES_HELP)


class ConfirmTaskForm(StepForm):
    """核实完成."""

    checked = words("怎样核实的", rows=3, most=2000, help_text="例如：到现场看过、问过信访人、核对了拨款凭证。")


class SendTaskBackForm(StepForm):
    """退回补充."""

    checked = words("还缺什么", rows=3, most=2000)


class MoveDueDayForm(StepForm):
    """调整时限."""

    due_on = day("新的时限", required=True)
    why = words("理由", rows=2, most=1000)


class WithdrawTaskForm(StepForm):
    """撤销任务."""

    why = words("撤销理由", rows=2, most=1000)
    danger = True


STEPS = (
    Step(
        slug="receive", move=RECEIVE, form=NothingForm, action=receive_task, said="已签收，请按时反馈。", tone="primary"
    ),
    Step(
        slug="report",
        move=REPORT,
        form=ReportTaskForm,
        action=report_task,
        said="已反馈，由下达的一方另一人核实。",
        tone="primary",
    ),
    Step(
        slug="confirm",
        move=CONFIRM,
        form=ConfirmTaskForm,
        action=confirm_task,
        said="已核实，任务完成。",
        tone="primary",
    ),
    Step(slug="send-back", move=SEND_BACK, form=SendTaskBackForm, action=send_task_back, said="已退回承办单位补充。"),
    Step(slug="move", move=MOVE_DAY, form=MoveDueDayForm, action=move_due_day, said="时限已调整，原时限留在记录里。"),
    Step(
        slug="withdraw", move=WITHDRAW, form=WithdrawTaskForm, action=withdraw_task, said="任务已撤销。", tone="grave"
    ),
)
