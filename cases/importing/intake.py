"""One row read into what a case is made of, or refused with the column and the reason."""

import json
import re
from dataclasses import asdict, dataclass, field
from datetime import date
from typing import Any

from cases.actions.inputs import FromAbove, PartyInput
from cases.importing.columns import Columns
from cases.importing.fields import Field
from cases.importing.from_above import commission_of
from cases.importing.rows import RawRow, RowRefusedError
from cases.importing.words import channel_of, count_of, date_of, id_type_of, kind_of, yes
from cases.models import Case
from kit.formulas import as_written
from law.periods import FIRST_DAY
from law.vocabulary import Channel, Kind
from law.words import Word
from vault.digests import sm3

SUBJECT_LENGTH, FULL_SUBJECT = 60, 200
MOST_CONTENT = 500_000  # characters; the longest real petition known to us has 9,000
_LIMITED = {Field.EXTERNAL_NUMBER: "external_number", Field.CATEGORY: "category", Field.LOCATION: "location"}
_MOST_NAME = 200
_SEPARATOR = "\x1f"
_SURROGATE = re.compile("[\ud800-\udfff]")


class Mode(Word):
    """What the imported cases are."""

    HISTORY = "history", "历史件"
    OPEN = "open", "在办件"


@dataclass(frozen=True)
class Reading:
    """How the rows of one file are read: ``on`` is today, ``default_date`` for rows without a date.

    ``superior``: who commissions what the rows tell of, where they name nobody themselves.
    """

    columns: Columns
    mode: Mode
    on: date
    default_date: date | None = None
    superior: str = ""


@dataclass
class Intake:
    """One readable row. ``notes`` are the other system's words that no field of ours holds."""

    line: int
    external_number: str
    content: str
    subject: str
    received_on: date
    registered_on: date
    channel: Channel = Channel.ONLINE
    kind: Kind = Kind.APPEAL
    category: str = ""
    location: str = ""
    petitioner_count: int = 1
    anonymous: bool = False
    party: PartyInput | None = None
    from_above: FromAbove | None = None
    respondent: str = ""
    reply: str = ""
    answered_on: date | None = None
    notes: list[str] = field(default_factory=list)
    facts: dict[str, str | bool] = field(default_factory=dict)


def fingerprint_of(intake: Intake) -> str:
    """Return the digest of what the citizen brought; what the other system did with it since may change."""
    day = None if intake.facts.get("date_missing") else intake.received_on.isoformat()
    words = [
        intake.subject,
        intake.content,
        day,
        str(intake.channel),
        str(intake.kind),
        intake.location,
        intake.respondent,
    ]
    party = asdict(intake.party) if intake.party else None
    said: list[Any] = [words, [intake.petitioner_count, intake.anonymous], party]
    said += [intake.from_above.said] if intake.from_above else []
    return sm3(json.dumps(said, sort_keys=True, ensure_ascii=False, default=str).encode())


def read_intake(raw: RawRow, reading: Reading) -> Intake:
    """Read one row. Raises RowRefusedError: unreadable cells, no text, a bad date, a cell too long."""
    if raw.fault:
        raise RowRefusedError(raw.fault)
    cells = [_clean(cell, place, reading.columns) for place, cell in enumerate(raw.cells)]
    columns = reading.columns
    texts = {each: columns.value(each, cells) for each in Field}
    for limited, name in _LIMITED.items():
        _short(texts[limited], limited, _length_of(name), columns)
    subject, content = _subject_and_content(texts, columns)
    dates = _dates(texts, reading)
    intake = Intake(raw.line, _number(texts, subject, content), content, subject, *dates)
    intake.category, intake.respondent = texts[Field.CATEGORY], texts[Field.RESPONDENT]
    intake.location = texts[Field.LOCATION] or _place(texts)
    intake.kind, intake.anonymous = kind_of(texts[Field.KIND]), yes(texts[Field.ANONYMOUS])
    intake.party = _party(texts, columns)
    if not (texts[Field.RECEIVED_ON] or texts[Field.REGISTERED_ON]):
        intake.facts["date_missing"] = True
    if texts[Field.REGION_CODE].isascii() and texts[Field.REGION_CODE].isdigit():
        intake.facts["region_code"] = texts[Field.REGION_CODE][:12]
    _add_channel(intake, texts)
    _add_count(intake, texts)
    _add_reply(intake, texts)
    intake.from_above, unplaced = commission_of(texts, intake.received_on, named=reading.superior)
    intake.notes += unplaced
    intake.notes += [f"{each.label}：{texts[each]}" for each in _AS_NOTES if texts[each]]
    intake.notes += _passed_over(intake, texts, columns, cells)
    return intake


_AS_NOTES = (Field.RESPONSIBLE, Field.ADDRESSEE, Field.STATUS, Field.KIND, Field.REMARK)


def _passed_over(intake: Intake, texts: dict[Field, str], columns: Columns, cells: list[str]) -> list[str]:
    """Keep what a second column of a field says beyond the first and beyond the petition itself."""
    said = "".join((intake.subject + intake.content).split())
    others = ((texts[each], *other) for each in Field for other in columns.others(each, cells))
    return [
        f"{header}：{text}" for first, header, text in others if text != first and "".join(text.split()) not in said
    ]


def _clean(cell: str, place: int, columns: Columns) -> str:
    name = columns.header[place] if place < len(columns.header) else ""
    if "\x00" in cell:
        raise RowRefusedError("含有NUL字符，不是完好的文本", name)
    if _SURROGATE.search(cell):
        raise RowRefusedError("含有无法识别的字节，编码有误", name)
    cell = cell.replace("\r\n", "\n").replace("\r", "\n").strip()
    # The mark that our refused file, or Excel, puts before what would pass for a formula.
    return as_written(cell)


def _subject_and_content(texts: dict[Field, str], columns: Columns) -> tuple[str, str]:
    subject, content = texts[Field.SUBJECT], texts[Field.CONTENT]
    if not subject + content:
        raise RowRefusedError("没有内容", columns.named(Field.CONTENT))
    if len(subject) > FULL_SUBJECT:
        content = "\n".join(filter(None, (subject, content)))
    content = content or subject
    _short(content, Field.CONTENT, MOST_CONTENT, columns)
    return (subject or content[:SUBJECT_LENGTH])[:FULL_SUBJECT].replace("\n", " "), content


def _dates(texts: dict[Field, str], reading: Reading) -> tuple[date, date]:
    received, registered = (_date(texts, each, reading) for each in (Field.RECEIVED_ON, Field.REGISTERED_ON))
    missing = reading.default_date or (reading.on if reading.mode is Mode.HISTORY else None)
    first = received or registered or missing
    if first is None:
        raise RowRefusedError(
            "没有日期；在办件的期限从原日期起算，请补上日期，或者指定没有日期的行按哪一天登记", Field.RECEIVED_ON.label
        )
    return first, registered or first


def _date(texts: dict[Field, str], which: Field, reading: Reading) -> date | None:
    text, name = texts[which], reading.columns.named(which)
    if not text:
        return None
    found = date_of(text)
    if found is None:
        raise RowRefusedError(f"“{text[:30]}”不是日期，应如2026-03-02", name)
    if found < FIRST_DAY:
        raise RowRefusedError(f"日期{found}早于{FIRST_DAY}", name)
    if found > reading.on:
        raise RowRefusedError(f"日期{found}晚于今天{reading.on}", name)
    return found


def _number(texts: dict[Field, str], subject: str, content: str) -> str:
    """Return the other system's number, or a digest of what the row says, so that a second run knows it again."""
    parts = (subject, content, *(texts[each] for each in _IDENTIFYING))
    return texts[Field.EXTERNAL_NUMBER] or f"digest-{sm3(_SEPARATOR.join(parts).encode())[:32]}"


_IDENTIFYING = (Field.RECEIVED_ON, Field.REGISTERED_ON, Field.NAME, Field.ID_NUMBER, Field.PHONE)


def _place(texts: dict[Field, str]) -> str:
    return "".join(texts[each] for each in (Field.PROVINCE, Field.CITY, Field.COUNTY, Field.TOWN))[:200]


def _party(texts: dict[Field, str], columns: Columns) -> PartyInput | None:
    name, number = texts[Field.NAME], texts[Field.ID_NUMBER]
    for each in (Field.NAME, Field.ID_NUMBER, Field.PHONE):
        _short(texts[each], each, _MOST_NAME, columns)
    if not (name or number or texts[Field.PHONE] or texts[Field.ADDRESS]):
        return None
    id_type = id_type_of(texts[Field.ID_TYPE], number)
    return PartyInput(name, id_type=id_type, id_number=number, phone=texts[Field.PHONE], address=texts[Field.ADDRESS])


def _add_channel(intake: Intake, texts: dict[Field, str]) -> None:
    word = texts[Field.CHANNEL]
    known = channel_of(word)
    intake.channel = known or Channel.ONLINE
    if word and known is None:
        intake.facts["channel_unknown"] = True
        intake.notes.append(f"{Field.CHANNEL.label}：{word}（未能识别，按网上信访登记）")


def _add_count(intake: Intake, texts: dict[Field, str]) -> None:
    text = texts[Field.PETITIONER_COUNT]
    count = count_of(text)
    intake.petitioner_count = count or 1
    if text and count is None:
        intake.notes.append(f"{Field.PETITIONER_COUNT.label}：{text}")


def _add_reply(intake: Intake, texts: dict[Field, str]) -> None:
    intake.reply, text = texts[Field.REPLY], texts[Field.ANSWERED_ON]
    intake.answered_on = date_of(text)
    if text and intake.answered_on is None:
        intake.notes.append(f"{Field.ANSWERED_ON.label}：{text}")


def _length_of(name: str) -> int:
    return int(Case._meta.get_field(name).max_length or 0)  # type: ignore[union-attr]


def _short(text: str, which: Field, most: int, columns: Columns) -> None:
    if len(text) > most:
        raise RowRefusedError(f"有{len(text)}字，超过{most}字", columns.named(which))
