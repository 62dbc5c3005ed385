"""Forms of the cases of one matter."""

from cases.forms.base import ActForm, line, words


class JoinMatterForm(ActForm):
    """并入同一事项."""

    number = line("同一事项的信访件编号", help_text="您能查看的另一件；它已经并在一起的件也一并成为同一事项。", most=40)
    reason = words("理由", rows=2, most=1000, help_text="例如：同一人就同一块地再次来信；联名信的其他人分别寄来。")
    hint = "每件的编号、期限、登记数都不变，各自办理、各自答复；归错了可以“退出同一事项”，以后还能再并入。"


class LeaveMatterForm(ActForm):
    """退出同一事项."""

    reason = words("理由", rows=2, most=1000)
    hint = "本件单独成为一个事项，其余的件不变；归并和退出的记录都保留，以后还能再并入。"
