"""The variables that an edited letter may use: by their Chinese names, nothing but text, no access to anything else."""

from collections.abc import Callable

from django.template.loader import render_to_string

from cases.letters.sentences import USUAL_WAY, ask_words, remedy_of_opinion
from cases.sight.out_of_reach import not_found
from kit.days import day_words
from kit.letters import Variable, Words, fill, names_in
from kit.rooms import letters
from law.errors import Refused
from law.vocabulary import Letter

SIXTY_DAYS = "我单位将自受理之日起60日内办结，最后一日为2026年5月1日；情况复杂需要延长的，延长期限不超过30日，并告知您延期理由。（《信访工作条例》第三十四条）"


def _demand_lines(words: Words) -> str:
    return "\n".join(f"{number}．{demand}" for number, demand in enumerate(words["demands"], 1))


def _said(name: str) -> Callable[[Words], str]:
    """A sentence that the letter is given ready made."""
    return lambda words: str(words[name])


_COMMON = (
    Variable("信访人", "王某某", lambda words: str(words["petitioners"]), required=True),
    Variable("信访件编号", "990102X2019030200001", lambda words: str(words["case"].number), required=True),
    Variable("本单位", "示例镇人民政府", lambda words: str(words["unit"].formal_name)),
    Variable("出具日期", "2026年3月30日", lambda words: day_words(words["on"])),
)
_ADDRESSEE = Variable("责任单位", "示例镇人民政府", lambda words: str(words["leg"].unit.formal_name), required=True)
_SAMPLE_DEMANDS = "1．修好村口的路\n2．疏通水渠"
_SENT_ON = (
    Variable("经办人", "李某", lambda words: str(words["by"].name), required=True),
    Variable("附件", "附件：1．信访事项登记表", _said("enclosures_said"), required=True),
)
_ASK = Variable("联系电话", "，联系电话：0990-1234567", lambda words: ask_words(words["unit"]))
LETTERS: dict[Letter, tuple[Variable, ...]] = {
    Letter.REFERRAL_LETTER: (
        _ADDRESSEE,
        Variable("转送的诉求", _SAMPLE_DEMANDS, _demand_lines, required=True),
        Variable("转送理由", "该事项属于你单位职权范围。", lambda words: str(words["reason"]), required=True),
        *_SENT_ON,
    ),
    Letter.COMMISSION_LETTER: (
        _ADDRESSEE,
        Variable("交办的诉求", _SAMPLE_DEMANDS, _demand_lines, required=True),
        Variable("交办理由", "该事项反映集中，需要反馈结果。", lambda words: str(words["reason"]), required=True),
        Variable("反馈日数", "30", lambda words: str(words["days"])),
        Variable("反馈截止日期", "2026年4月1日", _said("until_said"), required=True),
        *_SENT_ON,
    ),
    Letter.ACCEPTANCE_NOTICE: (
        Variable("收到日期", "2026年3月2日", lambda words: day_words(words["leg"].received_on), required=True),
        Variable("受理日期", "2026年3月5日", lambda words: day_words(words["leg"].accepted_on), required=True),
        Variable("受理的诉求", _SAMPLE_DEMANDS, _said("demands_said"), required=True),
        Variable("办理单位", "示例镇人民政府", lambda words: str(words["unit"].formal_name), required=True),
        Variable("处理途径和程序", USUAL_WAY, _said("handling_said"), required=True),
        Variable("办理期限", SIXTY_DAYS, _said("term_said"), required=True),
        _ASK,
    ),
    Letter.HANDLING_OPINION: (
        Variable(
            "诉求与答复",
            "诉求1：修好村口的路\n查明的事实：路面破损三处。\n处理意见：支持。本月修好。\n依据：《公路法》第三十五条",
            _said("answers_said"),
            required=True,
        ),
        Variable("收到日期", "2026年3月2日", lambda words: day_words(words["leg"].received_on), required=True),
        Variable("受理日期", "2026年3月5日", lambda words: day_words(words["leg"].accepted_on), required=True),
        Variable("陈述的事实和理由", "村口的路坏了一年没有人修。", _said("told_said"), required=True),
        Variable("救济途径", remedy_of_opinion({"remedy": True}), _said("remedy_said"), required=True),
    ),
    Letter.CONCLUSION_REPORT: (
        Variable("交办单位", "示例区信访局", lambda words: str(words["leg"].from_unit.formal_name), required=True),
        Variable("办理情况", "我单位到现场查看，听取了信访人陈述。", lambda words: str(words["text"]), required=True),
        Variable("办理结果", "诉求1：支持。本月修好。", _said("outcomes_said"), required=True),
        Variable("对交办单位的称呼", "贵局", _said("honoured")),
        Variable("送达情况", "处理意见书已于2026年3月30日送达。", _said("service_said"), required=True),
        Variable("信访人意见", "信访人没有表示不同意见。", _said("view_said"), required=True),
        Variable("附件", "附件：1．信访事项处理意见书", _said("enclosures_said"), required=True),
    ),
}


def variables_of(kind: Letter) -> tuple[Variable, ...]:
    """Return the variables that a kind of letter may use. Raises Refused not_editable."""
    own = letters().get(kind)
    if own is None:
        raise Refused("not_editable", f"《{kind.label}》的文字由程序提供，不能编辑。")
    return (*_COMMON, *own)


def default_body(kind: Letter) -> str:
    """Return the words that come with the program, in the language of the editor."""
    return render_to_string(f"letters/editable/{kind}.txt").strip()


def filled(kind: Letter, body: str, words: Words) -> str:
    """Return the words of one letter: every variable replaced; a line of which nothing is left goes.

    A version saved before the program knew of something that must be said does not name it: it stands at its end, under its name.
    """
    variables = variables_of(kind)
    values = {variable.name: variable.words(words) for variable in variables}
    named = names_in(body)
    later = [each for each in variables if each.required and each.name not in named and values[each.name]]
    return "\n\n".join([fill(body, values), *(_at_the_end(each, values[each.name]) for each in later)])


def _at_the_end(variable: Variable, said: str) -> str:
    return said if said.startswith(variable.name) else f"{variable.name}：{said}"


def sample(kind: Letter, body: str) -> str:
    """Return the words over invented data."""
    return fill(body, {variable.name: variable.sample for variable in variables_of(kind)})


def editable_kind(letter: str) -> Letter:
    """Return the letter of an address. Raises Refused not_found."""
    found = next((kind for kind in letters() if kind == letter), None)
    if found is None:
        raise not_found()
    return found
