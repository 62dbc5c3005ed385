"""A history walked through the REST door: who does what on which day, what is refused, and what stands after it.

Every state, date and letter is a literal of the test that walks it; nothing expected is taken from the product.
"""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from law.vocabulary import Act, Letter, State
from organizations.models import Staff, Unit
from tests.cases.api.caller import Caller
from tests.cast import Cast
from tests.serving import typed_service
from tests.verification.law.standing import Standing, short_name
from tests.verification.law.table import Row, assert_printed, section

LAO_WANG = {"name": "老王", "phone": "13800001234", "id_number": "990102196001010011", "address": "青石镇柳湾村12号"}
# What an act leaves is read, and told, with what follows it.
LATER, UNDONE = "见下", "未办成"
# The leg of a unit that goes on or went on last, or a leg by its key.
At = Unit | int | None
NOT_FOUND, FORBIDDEN, CONFLICT, UNPROCESSABLE = 404, 403, 409, 422


class History:
    """One history: its question of law, the cases it is about, and its table as it grows."""

    def __init__(
        self, cast: Cast, turn: Callable[[date], None], number: int, question: str, *, several: bool = False
    ) -> None:
        self.cast, self._turn, self.number, self.question, self._several = cast, turn, number, question, several
        self.eye: Staff = cast.analyst
        self.rows: list[Row] = []
        self._callers: dict[int, Caller] = {}
        self._cases: dict[str, Standing] = {}
        self._name, self._today, self._did = "", "", [""]

    # Who walks, and when.

    def on(self, day: str) -> None:
        """Let the house take this day for today."""
        self._write(LATER)
        self._today = day
        self._turn(date.fromisoformat(day))

    def by(self, staff: Staff) -> Caller:
        """The program of a person."""
        return self._callers.setdefault(staff.pk, Caller(staff, whole=False))

    @property
    def case(self) -> Standing:
        """The case at hand, as it was read last."""
        return self._cases[self._name]

    def turn_to(self, name: str) -> None:
        """Go on with another case of this history."""
        self._write(LATER)
        self._name = name

    def number_of(self, name: str) -> str:
        """The number of a case of this history."""
        return self._cases[name].number

    # What is done, and what is refused.

    def register(self, staff: Staff, *demands: dict[str, Any], name: str = "", **body: Any) -> None:
        """Register a case; ``name`` tells it from the others of the history."""
        sent = {"channel": "letter", "received_on": self._today, "parties": [LAO_WANG], **body}
        answer = self.by(staff).post("/cases/", {**sent, "demands": list(demands)})
        assert answer.status_code == 201, answer.content.decode()
        said = answer.json()["case"]
        self.turn_to(name)
        self._cases[name] = Standing(said["id"], said["number"], name, self._several)
        self.noted(staff, f"登记（{len(demands)}项诉求）")

    def does(self, staff: Staff, act: Act, what: str = "", *, at: At = None, **body: Any) -> Any:
        """Do an act that must be accepted; ``what``: what the table says of it beside its name."""
        answer = self._post(staff, act, at, body)
        assert answer.status_code == 200, f"{act}: {answer.status_code} {answer.content.decode()}"
        self.noted(staff, act.label + (f"（{what}）" if what else ""))
        return answer.json()

    def noted(self, staff: Staff | None, did: str) -> None:
        """The table tells this too; nobody does what the house does by itself."""
        who = f"{staff.name}（{short_name(staff.unit)}）" if staff else "系统"
        if self._did[0] != who:
            self._did[0], did = who, f"{who}{did}"
        self._did.append(did)

    def refused(
        self,
        staff: Staff,
        act: Act,
        code: str,
        article: str = "",
        *,
        status: int = UNPROCESSABLE,
        at: At = None,
        says: str = "",
        **body: Any,
    ) -> None:
        """Try an act that must be refused: by this code, resting on this article, saying these words."""
        answer = self._post(staff, act, at, body)
        self.turned_down(staff, act.label, answer, code, article, status=status, says=says)

    def turned_down(
        self,
        staff: Staff,
        what: str,
        answer: Any,
        code: str,
        article: str = "",
        *,
        status: int = UNPROCESSABLE,
        says: str = "",
    ) -> None:
        """What was tried at any address is answered so."""
        assert answer.status_code == status, f"{what}: {answer.status_code} {answer.content.decode()}"
        said = answer.json()
        assert (said["code"], said["article"]) == (code, article), said
        assert says in said["message"], said
        basis = f"，{article}" if article else ""
        self._write(LATER)
        self.noted(staff, f"试“{what}”，不准：{self._unnumbered(said['message'])}（{code}{basis}）")
        self._write(UNDONE)

    def hidden_from(self, staff: Staff) -> None:
        """The case does not exist for this person."""
        answer = self.by(staff).get(f"/cases/{self.case.key}/")
        self.turned_down(staff, "读取", answer, "not_found", status=NOT_FOUND)

    # What stands after it.

    def then(self, stands: str, *running: str, stopped: tuple[str, ...] = ()) -> None:
        """The case stands so, exactly these clocks run, and exactly these have stopped since it was read last."""
        case = self.read()
        found = case.changes()
        assert case.said() == stands, f"{self._today}: {case.said()}"
        assert sorted(found.running) == sorted(running), f"{self._today}: {sorted(found.running)}"
        assert sorted(found.stopped) == sorted(stopped), f"{self._today}: {sorted(found.stopped)}"
        self._write(stands, running, stopped, found.letters)

    def read(self) -> Standing:
        """Read the case at hand as whoever sees all of it."""
        self.case.now = self.by(self.eye).read(self.case.key)
        return self.case

    def sees(self, staff: Staff) -> dict[str, Any]:
        """Read the case at hand as this person."""
        return self.by(staff).read(self.case.key)

    def letter(self, kind: Letter, *parts: str, by: Unit, to: str = "") -> None:
        """The last letter of a kind is by this unit and says these parts, in this order."""
        text = self._text(kind, by)
        place = 0
        for part in (to, *parts):
            assert part in text[place:], f"{part}\n{text}"
            place = text.index(part, place)

    def letter_lacks(self, kind: Letter, *parts: str, by: Unit) -> None:
        """The last letter of a kind by this unit says none of these."""
        text = self._text(kind, by)
        assert not [part for part in parts if part in text], text

    def _text(self, kind: Letter, by: Unit) -> str:
        key = next(d["id"] for d in reversed(self.case.documents()) if d["kind"] == kind and d["unit"] == by.name)
        read = self.by(self.eye).get(f"/cases/{self.case.key}/letters/{key}/").json()
        return "\n".join([read["to"], *read["paragraphs"], read["signed_by"]])

    def no_letter(self, *kinds: Letter) -> None:
        """None of these letters was made."""
        assert not {document["kind"] for document in self.case.documents()} & set(kinds)

    def concludes(self, words: str) -> None:
        """What the history ends in, and by which article; the document says the same, line by line."""
        assert_printed(self.number, section(self.number, self.question, self.rows, words))

    # The rest.

    def leg_of(self, unit: Unit) -> int:
        """The leg of a unit that goes on, or went on last."""
        found = self._leg(unit)
        if found is None:
            self.read()
            found = self._leg(unit)
        assert found is not None, f"no leg at {unit}"
        return found

    def _leg(self, unit: Unit) -> int | None:
        mine = [leg for leg in self.case.legs() if leg["unit_id"] == unit.pk and leg["state"] != State.RETURNED]
        return int(mine[-1]["id"]) if mine else None

    def _post(self, staff: Staff, act: Act, at: At, body: dict[str, Any]) -> Any:
        key = self.leg_of(at) if isinstance(at, Unit) else at
        if act in (Act.NOTIFY, Act.SERVE):
            body = typed_service(on=date.fromisoformat(self._today), **body)
        return self.by(staff).act(act, self.case.key, **({"leg_id": key} if key else {}), **body)

    def _write(self, stands: str, *columns: Sequence[str]) -> None:
        """Put what was noted into the table, with what stands after it; what was only tried since changed nothing."""
        case = f"【{self._name}】" if self._name else ""
        if did := "；".join(self._did[1:]):
            self.rows.append(Row(self._today, case + did, stands, *columns))
        elif columns:
            last = next(row for row in reversed(self.rows) if row.stands != UNDONE)
            assert (last.stands, last.did.startswith(case)) == (LATER, True), "nothing was done: what is this told of?"
            last.tell(stands, *columns)
        self._did = [""]

    def _unnumbered(self, words: str) -> str:
        for case in self._cases.values():
            words = words.replace(case.number, f"（{case.name or '本件'}编号）")
        return words
