"""The variables that an edited letter may use: by their Chinese names, nothing but text, no access to anything else."""

from django.template.loader import render_to_string

from cases.sight.out_of_reach import not_found
from kit.days import day_words
from kit.letters import Variable, Words, fill
from kit.rooms import letters
from law.errors import Refused
from law.vocabulary import Letter

USUAL_WAY = "我单位将听取您陈述事实和理由，调查核实后作出书面答复。"
SIXTY_DAYS = "我单位将自受理之日起60日内办结；情况复杂需要延长的，延长期限不超过30日，并告知您延期理由。（《信访工作条例》第三十四条）"
ABOVE = "我单位的上一级机关、单位"


def _demand_lines(words: Words) -> str:
    return "\n".join(f"{number}．{demand}" for number, demand in enumerate(words["demands"], 1))


def _answers(words: Words) -> str:
    return "\n\n".join(
        f"诉求{d.number}：{d.extract if words['case'].sealed and d.extract else d.text}\n查明的事实：{d.facts}\n"
        f"处理意见：{d.get_outcome_display()}。{d.opinion}\n依据：{d.legal_basis}"
        for d in words["demands"]
    )


def _outcomes(words: Words) -> str:
    return "\n".join(f"诉求{d.number}：{d.get_outcome_display()}。{d.opinion}" for d in words["demands"])


def _remedy(words: Words) -> str:
    """The one remedy the Regulation gives (Art. 35), only where there is one."""
    if not words.get("remedy"):
        return ""
    name = getattr(words.get("superior"), "name", "") or ABOVE
    return f"如不服本处理意见，自收到本意见书之日起30日内，可以向{name}请求复查。"


_COMMON = (
    Variable("信访人", "王某某", lambda words: str(words["petitioners"]), required=True),
    Variable("信访件编号", "990102X2019030200001", lambda words: str(words["case"].number), required=True),
    Variable("本单位", "示例镇人民政府", lambda words: str(words["unit"].name)),
    Variable("出具日期", "2026年3月30日", lambda words: day_words(words["on"])),
)
_ADDRESSEE = Variable("责任单位", "示例镇人民政府", lambda words: str(words["leg"].unit.name), required=True)
_SAMPLE_DEMANDS = "1．修好村口的路\n2．疏通水渠"
LETTERS: dict[Letter, tuple[Variable, ...]] = {
    Letter.REFERRAL_LETTER: (
        _ADDRESSEE,
        Variable("转送的诉求", _SAMPLE_DEMANDS, _demand_lines, required=True),
        Variable("转送理由", "该事项属于你单位职权范围。", lambda words: str(words["reason"]), required=True),
    ),
    Letter.COMMISSION_LETTER: (
        _ADDRESSEE,
        Variable("交办的诉求", _SAMPLE_DEMANDS, _demand_lines, required=True),
        Variable("交办理由", "该事项反映集中，需要反馈结果。", lambda words: str(words["reason"]), required=True),
        Variable("反馈日数", "30", lambda words: str(words["days"]), required=True),
    ),
    Letter.ACCEPTANCE_NOTICE: (
        Variable("收到日期", "2026年3月2日", lambda words: day_words(words["leg"].received_on), required=True),
        Variable("处理途径和程序", USUAL_WAY, lambda words: str(words.get("handling") or USUAL_WAY), required=True),
        Variable("办理期限", SIXTY_DAYS, lambda words: SIXTY_DAYS if words["sixty_days"] else "", required=True),
    ),
    Letter.HANDLING_OPINION: (
        Variable(
            "诉求与答复",
            "诉求1：修好村口的路\n查明的事实：路面破损三处。\n处理意见：支持。本月修好。\n依据：《公路法》第三十五条",
            _answers,
            required=True,
        ),
        Variable("救济途径", _remedy({"remedy": True}), _remedy, required=True),
    ),
    Letter.CONCLUSION_REPORT: (
        Variable("交办单位", "示例区信访局", lambda words: str(words["leg"].from_unit.name), required=True),
        Variable("办理情况", "我单位到现场查看，听取了信访人陈述。", lambda words: str(words["text"]), required=True),
        Variable("办理结果", "诉求1：支持。本月修好。", _outcomes, required=True),
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
    """Return the words of one letter: every variable replaced; a line of which nothing is left goes."""
    values = {variable.name: variable.words(words) for variable in variables_of(kind)}
    return fill(body, values)


def sample(kind: Letter, body: str) -> str:
    """Return the words over invented data."""
    return fill(body, {variable.name: variable.sample for variable in variables_of(kind)})


def editable_kind(letter: str) -> Letter:
    """Return the letter of an address. Raises Refused not_found."""
    found = next((kind for kind in letters() if kind == letter), None)
    if found is None:
        raise not_found()
    return found
