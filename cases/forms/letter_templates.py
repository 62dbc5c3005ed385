"""The words of a letter, as a site edits them."""

from cases.forms.base import day, words
from cases.letters.templates import MOST_WORDS
from kit.plain_forms import PlainForm


class TemplateForm(PlainForm):
    """The words of a letter, and from which day on."""

    body = words("正文", rows=18, most=MOST_WORDS, help_text="第一行以“：”结尾的是抬头；变量写在花括号里。")
    valid_from = day("启用日期", help_text="不填即今天；已经出具的文书不会改变。")
