"""Query codes 查询码: 80 bits, each person of a case his own; what is kept is a keyed digest taken with the case's number.

The code of a filing is made from the secret key of its form: whoever sends the same form again (a lost answer, a double
click) is shown the same code, and nobody else can make it.
"""

import secrets
from datetime import date
from uuid import UUID

from django.db import transaction

from cases.models import Case, Party
from kit.sealed_fields import digest_of, digests_of
from kit.verbs import Fact, Verb
from law.errors import Refused
from law.vocabulary import Act
from organizations.authority import may
from organizations.journal.noting import note
from organizations.models import Staff
from reception.models import QueryCode
from reception.on_case import whole_case

# Without I, L, O, U, which are mistaken for others when a code is copied by hand.
SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
LENGTH = 16
_MEANT = str.maketrans({"O": "0", "I": "1", "L": "1"})
_BITS = 5

CODE_ISSUED = Verb("portal.code_issued", "重新出具查询码", {"party": Fact("当事人编号", party=True)})


def code_of_form(key: UUID) -> str:
    """Return the code that belongs to a form; whoever knows the key of the form has typed it."""
    return _written(int(digest_of(f"query code of {key}"), 16))


def fresh_code() -> str:
    """Return a code that nobody has had."""
    return _written(secrets.randbits(LENGTH * _BITS))


def printed(code: str) -> str:
    """Return a code as it is read out: four groups of four."""
    return " ".join(code[at : at + 4] for at in range(0, LENGTH, 4))


def issue(case: Case, party: Party, code: str, *, by: Staff | None = None) -> QueryCode:
    """Write down that a person of a case holds a code; the code itself is not kept."""
    row = QueryCode(case=case, party=party.pk, name_digest=party.name_digest, issued_by=by)
    row.digest = _digest(case.number, code)
    row.save(force_insert=True)
    return row


def reissue(case_id: int, party_id: int, *, by: Staff, on: date) -> tuple[Party, str]:
    """Give a person of a case, who stands at the counter, a new code; his earlier ones end. It is shown this once.

    Raises Refused: not_found, not_permitted.
    """
    case = whole_case(by, case_id)
    if not may(by, Act.REGISTER, at=case.unit):
        raise Refused("not_permitted", "查询码由登记单位的窗口核对身份后重新出具。")
    party = Party.objects.readable_by(by).filter(case=case, pk=party_id).first()
    if party is None:
        raise Refused("not_found", "这件里没有这位信访人。")
    code = fresh_code()
    with transaction.atomic():
        for row in QueryCode.objects.readable_by(by).filter(case=case, ended_on=None):
            if (holder := holder_of(row)) is None or holder.pk == party.pk:
                row.ended_on = on
                row.save(update_fields=["ended_on"])
        issue(case, party, code, by=by)
        note(CODE_ISSUED, by=by, at=case.unit, about=case, party=party.pk)
    return party, code


def held_under(number: str, code: str) -> QueryCode | None:
    """Return the row of a number and a code as they were typed, None where they do not belong together."""
    asked = digests_of(_joined(number, typed_code(code)))
    row = QueryCode.objects.for_its_holder().filter(digest__in=asked, ended_on=None).first()
    if row is None or holder_of(row) is None:
        return None
    if row.digest != (current := _digest(number, typed_code(code))):
        # Used after the keys were rotated: from here on it does without the old ones.
        row.digest = current
        row.save(update_fields=["digest"])
    return row


def holder_of(row: QueryCode) -> Party | None:
    """Return whose code it is among the people of the case now: by his key, else the only one of that name."""
    people = Party.objects.for_its_holder().filter(case=row.case_id)
    if found := people.filter(pk=row.party).first():
        return found
    alike = people.filter(name_digest=row.name_digest) if row.name_digest else people.none()
    return alike[0] if len(alike) == 1 else None


def _digest(number: str, code: str) -> str:
    return digest_of(_joined(number, code))


def _joined(number: str, code: str) -> str:
    return f"query|{number.strip()}|{code}"


def typed_code(code: str) -> str:
    """Return a code as it was meant: without blanks and dashes, O for 0, I and L for 1."""
    return "".join(sign for sign in code.upper().translate(_MEANT) if sign in SIGNS)


def _written(value: int) -> str:
    return "".join(SIGNS[value >> _BITS * place & 31] for place in range(LENGTH))
