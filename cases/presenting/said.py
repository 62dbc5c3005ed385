"""What is said once an act is done: what happened, and what comes next."""

from cases.reading.case_file import CaseFile
from kit.rooms import door_of
from law.vocabulary import Act


def done_words(act: Act, file: CaseFile, *, still: bool) -> str:
    """Return the sentence of the toast; ``still``: the case is still within this person's reach."""
    said = door_of(act).words_afterwards
    return said if still else f"{file.case.number}：{said}办理后，本件不再在您的查看范围内。"
