"""Reading the feed from a cursor on; the cursor is sealed for its reader, so that it tells nobody how much happened."""

from collections import defaultdict
from dataclasses import dataclass

from kit.feed import Line
from kit.rooms import all_of
from kit.sealed_fields import keyring
from law.errors import Refused
from organizations.models import FeedPosition, Staff
from vault.sealing import SealBroken, seal, unseal

MOST_LINES = 500
# So many rows are looked through for one answer; who may read few of them gets a short answer and a later cursor.
MOST_LOOKED_AT = 5000
_STEP = 1000
MOST_CURSOR = 300


@dataclass(frozen=True)
class Part:
    """Lines in the order of their commit, the cursor to go on from, and whether there was more to look at."""

    lines: list[Line]
    cursor: str
    more: bool


def read_feed(staff: Staff, cursor: str = "", most: int = 100) -> Part:
    """Return what comes after a cursor ("": from the beginning), as far as the person may read it now.

    A row that committed late has a later place and is never skipped. Raises Refused: cursor_broken, most_invalid.
    """
    if not 1 <= most <= MOST_LINES:
        raise Refused("most_invalid", f"一次可取1至{MOST_LINES}条。")
    place, lines, looked = _opened(cursor, staff), list[Line](), 0
    while looked < MOST_LOOKED_AT:
        rows = list(FeedPosition.objects.filter(position__gt=place).order_by("position")[:_STEP])
        readable = _readable(staff, rows)
        for row in rows:
            place = row.position
            if (row.kind, row.key) in readable:
                lines.append(readable[row.kind, row.key])
            if len(lines) == most:
                return Part(lines, _sealed(place, staff), _more(place))
        looked += len(rows)
        if len(rows) < _STEP:
            return Part(lines, _sealed(place, staff), more=False)
    return Part(lines, _sealed(place, staff), _more(place))


def _readable(staff: Staff, rows: list[FeedPosition]) -> dict[tuple[str, int], Line]:
    keys: dict[str, list[int]] = defaultdict(list)
    for row in rows:
        keys[row.kind].append(row.key)
    return {
        (source.kind, key): {"kind": source.kind, **line}
        for source in all_of("feed")
        if keys[source.kind]
        for key, line in source.read(staff, keys[source.kind]).items()
    }


def _more(place: int) -> bool:
    return FeedPosition.objects.filter(position__gt=place).exists()


def _place(staff: Staff) -> str:
    return f"feed:{staff.pk}"


def _sealed(position: int, staff: Staff) -> str:
    sealed = seal(str(position), place=_place(staff), keyring=keyring())
    return sealed.replace("+", "-").replace("/", "_").rstrip("=")


def _opened(cursor: str, staff: Staff) -> int:
    if not cursor:
        return 0
    if len(cursor) > MOST_CURSOR:
        raise _broken()
    packed = cursor.replace("-", "+").replace("_", "/")
    body = packed.rpartition(".")[2]
    try:
        return int(unseal(packed + "=" * (-len(body) % 4), place=_place(staff), keyring=keyring()))
    except (SealBroken, ValueError):
        raise _broken() from None


def _broken() -> Refused:
    return Refused("cursor_broken", "变动的游标不对或者不是您的；不写游标即从头读起。")
