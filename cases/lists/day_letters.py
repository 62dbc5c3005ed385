"""当天文书: the letters that a person's units issued on a day, as far as that person may read each of them."""

from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from cases.forms.days import DayForm
from cases.models import Document, Scan
from kit.settings import Setting
from law.errors import Refused
from law.vocabulary import Letter
from organizations.authority import holdings
from organizations.models import Staff, Unit
from organizations.roles import Reach, Right
from organizations.settings_in_force import setting_on
from organizations.today import today

MOST_IN_ONE = 200
PRINT_AT_ONCE = Setting(
    "PRINT_AT_ONCE",
    MOST_IN_ONE,
    "当天文书直接合并打印的最多份数",
    help="超过的交后台打印，完成后在“我的任务”下载。",
    unit="份",
    least=1,
    most=MOST_IN_ONE,
)


@dataclass(frozen=True)
class Day:
    """One day's letters; ``more``: there are others than fit into one file."""

    on: date
    kind: Letter | None
    letters: list[Document]
    more: bool


def letters_of_day(staff: Staff, on: date, kind: Letter | None = None) -> Day:
    """Return the letters issued on a day by the units a person sees for, in the order they were made.

    Only legs whose letters the person finds on the case page: nothing of an accusing leg for others than its readers.
    """
    found = list(day_rows(staff, on, kind)[: MOST_IN_ONE + 1])
    return Day(on, kind, found[:MOST_IN_ONE], len(found) > MOST_IN_ONE)


def day_rows(staff: Staff, on: date, kind: Letter | None = None) -> "QuerySet[Document]":
    """Return all letters of a day as `letters_of_day` has the first of them, in the order they were made."""
    rows = own_letters(staff).filter(issued_on=on)
    if kind:
        rows = rows.filter(kind=kind)
    return rows.select_related("unit", "case").order_by("id")


def own_letters(staff: Staff) -> "QuerySet[Document]":
    """Return the letters that a person may print: readable, and of the units that he sees for."""
    own = own_units(staff)
    # What a closed unit wrote, its successor prints.
    closed = Unit.objects.filter(successor__in=own).values_list("pk", flat=True)
    return readable_letters(staff).filter(unit__in=[*own, *closed])


def too_long(day: Day, staff: Staff) -> Refused | None:
    """Return why a day's letters are not printed at once, None where they are."""
    most = setting_on(PRINT_AT_ONCE.key, today(), staff.unit.district_id)
    if not day.more and len(day.letters) <= most:
        return None
    return Refused("day_too_long", f"{day.on.isoformat()}的文书超过{most}份，请交后台打印，完成后在“我的任务”下载。")


def scan_count(day: Day, staff: Staff) -> int:
    """Return how many sealed scans the letters of a day have."""
    return scans_of(day, staff).count()


def scans_of(day: Day, staff: Staff) -> "QuerySet[Scan]":
    """Return the sealed scans of the letters of a day."""
    return Scan.objects.readable_by(staff).filter(document__in=[letter.pk for letter in day.letters])


def assert_any(day: Day) -> Day:
    """Refuse to print nothing. Raises Refused not_found."""
    if not day.letters:
        raise Refused("not_found", f"{day.on.isoformat()}没有您可以打印的文书。")
    return day


def own_units(staff: Staff) -> list[int]:
    """Return the units for which a person sees cases whole, or their sealed ones: their letters, wherever the case is."""
    rights = [*holdings(staff, Right.SEE), *holdings(staff, Right.SEE_SEALED)]
    return [grant.unit_id for reach, grant in rights if reach >= Reach.UNIT]


def readable_letters(staff: Staff) -> "QuerySet[Document]":
    """Return the letters of legs that a person could find among the papers of a case read whole."""
    return Document.objects.readable_by(staff).filter(leg__isnull=False)


def units_of(staff: Staff) -> list[Unit]:
    """Return the units whose letters a person prints, for the head of the page."""
    return list(Unit.objects.filter(pk__in=own_units(staff)).order_by("path"))


def asked_day(form: DayForm, staff: Staff) -> Day:
    """Return the letters of the day that a valid form asks for."""
    return letters_of_day(staff, *form.asked)


def assert_reader(staff: Staff) -> Staff:
    """Let only those in who read cases. Raises Refused not_permitted."""
    if not own_units(staff):
        raise Refused("not_permitted", "您的角色不查看信访件，没有文书可以打印。")
    return staff


def scanned_letters(day: Day, staff: Staff) -> list[Document]:
    """Return the letters of a day that have scans. Raises Refused not_found."""
    scanned = set(scans_of(day, staff).values_list("document_id", flat=True))
    if not scanned:
        raise Refused("not_found", f"{day.on.isoformat()}的文书还没有附上盖章扫描件。")
    return [letter for letter in day.letters if letter.pk in scanned]
