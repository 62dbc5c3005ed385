"""What is said once an act is done: what happened, and what comes next."""

from cases.models import Event
from cases.reading.case_file import CaseFile
from kit.rooms import door_of
from law.vocabulary import Act
from organizations.models import Staff, Unit

# Acts that send demands to a unit with a letter: where they went, and by which letter.
_SENT = {
    Act.REFER: "已转送{unit}，转送函{letter}已生成。",
    Act.COMMISSION: "已交办{unit}，交办函{letter}已生成，反馈期限已开始计算。",
}


def done_words(act: Act, file: CaseFile, *, still: bool) -> str:
    """Return the sentence of the toast; ``still``: the case is still within this person's reach."""
    said = door_of(act).words_afterwards
    return said if still else f"{file.case.number}：{said}办理后，本件不再在您的查看范围内。"


def sent_words(act: Act, file: CaseFile, by: Staff, unit: Unit | None) -> str:
    """Return where demands were sent and by which letter; "" where the act sends none, or ``by`` reads no more of it."""
    if act not in _SENT or unit is None:
        return ""
    event = Event.objects.readable_by(by).filter(case=file.case, act=act).order_by("-sequence").first()
    return _SENT[act].format(unit=unit.name, letter=event.facts.get("document", "")) if event else ""
