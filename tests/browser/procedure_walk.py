"""One petition walked through the running product by many people, by its pages and by its REST door, with a journal."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any, Self

from law.calendar import Calendar
from law.vocabulary import Act, Letter, State
from tests.browser.office import Office, Seat
from tests.browser.pressing import press_act
from tests.serving import typed_service

READER = "xietiao"
CALENDAR = Calendar()
PAGE, PHONE, DOOR = "页面", "页面（360像素）", "接口"


def working(day: date) -> date:
    """This day, or the next one on which people work."""
    return day if CALENDAR.is_working(day) else CALENDAR.next_working(day)


@dataclass(frozen=True)
class Entry:
    """What one person did: when, by which door, where it led, which clocks run then, which letters were made."""

    on: date
    who: str
    did: str
    door: str
    state: str
    clocks: tuple[str, ...]
    letters: tuple[str, ...]


@dataclass(frozen=True)
class Paper:
    """A letter that was made on the way."""

    case: int
    key: int
    kind: Letter
    number: str


@dataclass
class Walk:
    """One case on its way; ``at`` is the unit whose leg is worked on, "" for the case itself."""

    office: Office
    title: str
    case: int = 0
    number: str = ""
    at: str = ""
    file: dict[str, Any] = field(default_factory=dict)
    journal: list[Entry] = field(default_factory=list)
    papers: list[Paper] = field(default_factory=list)
    refusals: list[str] = field(default_factory=list)

    @property
    def today(self) -> date:
        return self.office.seat(READER).go("/").today

    @property
    def leg(self) -> dict[str, Any]:
        """The latest leg of the unit that is worked on."""
        found: dict[str, Any] = [leg for leg in self.file["legs"] if leg["unit"] == self.at][-1]
        return found

    @property
    def address(self) -> str:
        return f"/cases/{self.case}/"

    def days_pass(self, days: int) -> Self:
        """Move the training date on, to the next day on which people work."""
        return self.until(working(self.today + timedelta(days=days)))

    def until(self, until: date) -> Self:
        """Move the training date on to this day."""
        seat = self.office.seat(READER).go("/training/")
        seat.page.fill("input[name=days]", str((until - seat.today).days))
        seat.page.get_by_role("button", name="拨快", exact=True).click()
        seat.page.wait_for_selector("#toasts >> text=日期已拨到")
        assert seat.today == until
        return self

    def unit(self, name: str) -> int:
        """The key of a unit, as the picker of the pages gives it."""
        rows = self.call(READER, "GET", f"/units/options?q={name}")["results"]
        return next(int(row["id"]) for row in rows if row["name"] == name)

    def call(self, who: str, method: str, path: str, data: Any = None) -> dict[str, Any]:
        """Call the product with the session of a member of staff; a refusal comes back as what it says."""
        seat = self.office.seat(who)
        token = next(c["value"] for c in seat.page.context.cookies() if c["name"] == "csrftoken")
        headers = {"X-CSRFToken": token, "Accept": "application/json"}
        answer = seat.page.request.fetch(f"{seat.url}{path}", method=method, data=data, headers=headers)
        body: dict[str, Any] = answer.json()
        return {**body, "refused": body.get("code")} if answer.status >= 400 else body

    def registers(self, who: str, **data: Any) -> Self:
        """Register by the REST door."""
        data = {"received_on": self.today.isoformat(), **data}
        answer = self.call(who, "POST", "/api/v1/cases/", data)
        assert "case" in answer, answer
        self.case, self.number = answer["case"]["id"], answer["case"]["number"]
        return self.note(who, f"登记（{len(data['demands'])}项诉求）", DOOR)

    def does(self, who: str, act: Act, said: str = "", **data: Any) -> Self:
        """Do an act by the REST door."""
        answer = self.asks(who, act, **data)
        assert "refused" not in answer, f"{who} {act}: {answer}"
        return self.note(who, said or act.label, DOOR)

    def asks(self, who: str, act: Act, **data: Any) -> dict[str, Any]:
        """Send an act to the REST door, with the leg that is worked on."""
        leg = {} if self.at == "" else {"leg_id": self.leg["id"]}
        if "method" in data and act in (Act.NOTIFY, Act.SERVE):
            data = typed_service(data.pop("method"), self.today, **data)
        return self.call(who, "POST", f"/api/v1{self.address}{str(act).replace('_', '-')}/", {**leg, **data})

    def is_refused(self, who: str, act: Act, code: str, **data: Any) -> Self:
        """Try what the law forbids: refused with this code, and a sentence."""
        answer = self.asks(who, act, **data)
        assert answer.get("refused") == code, answer
        said = f"（{answer['article']}）" if answer["article"] else ""
        self.refusals.append(f"{self.today} {act.label}：{answer['message']}" + said)
        return self

    def page(self, who: str, act: Act, said: str = "", **typed: Any) -> Self:
        """Do an act on the case page, by its dialog."""
        seat = self.office.seat(who).go(self.address)
        groups = seat.page.locator("#acts .x-act-group")
        group = groups.filter(has=seat.page.locator("h3", has_text=self.at or "本件"))
        press_act(group, act.label)
        seat.page.wait_for_selector("#dialog form")
        seat.fill(**typed).send()
        return self.note(who, said or act.label, PAGE)

    def scans(self, who: str, kind: Letter, button: str, said: str, **typed: Any) -> Self:
        """Open the address behind a letter's QR code on a phone, press the button, and fill what it asks."""
        paper = self.paper(kind)
        letter = self.call(who, "GET", f"/api/v1{self.address}letters/{paper.key}/")
        seat = self._phone(who).go(f"/s/{letter['check_code'].replace(' ', '')}")
        assert paper.number in seat.page.locator("h1").first.inner_text()
        assert seat.fits(), "the scan page sticks out sideways"
        seat.page.locator(".x-scan-acts a", has_text=button).first.click()
        form = seat.page.locator(".x-plain-act form")
        for name, words in typed.items():
            form.locator(f"[name={name}]").fill(words)
        form.locator("[type=submit]").click()
        seat.page.wait_for_selector("#toasts [data-toast]")
        return self.note(who, said, PHONE)

    def village_reports(self, who: str, text: str) -> Self:
        """A village answers what it was asked, on a phone: one page, one button."""
        seat = self._phone(who).from_desk(self.number)
        assert seat.fits()
        seat.page.locator(".x-big a").click()
        seat.fill(text=text).send()
        return self.note(who, Act.REPORT_FINDINGS.label, PHONE)

    def _phone(self, who: str) -> Seat:
        name = f"{who}（手机）"
        if name not in self.office.seats:
            seat = self.office.strange(name, phone=True)
            self.office.seats[name] = seat.log_in(who, self.office.password)
        return self.office.seats[name]

    def note(self, who: str, did: str, door: str) -> Self:
        """Read the case again and write down what is new."""
        self.file = self.call(READER, "GET", f"/api/v1{self.address}")
        known = {paper.key for paper in self.papers}
        rows = [row for row in self.file["documents"] if row["id"] not in known]
        new = [Paper(self.case, row["id"], Letter(row["kind"]), row["number"]) for row in rows]
        self.papers += new
        words = tuple(f"{paper.kind.label} {paper.number}" for paper in new)
        last = max(self.file["events"], key=lambda event: int(event["sequence"]))
        who = f"{last['by']}（{last['unit']}）"
        entry = Entry(self.today, who, did, door, self.state_words, tuple(self._running()), words)
        self.journal.append(entry)
        return self

    @property
    def state(self) -> State:
        """The state of the leg that is worked on, of the case where there is none."""
        return State(self.leg["state"] if self.at else self.file["case"]["state"])

    def stands_at(self, state: State) -> Self:
        """Claim a state of the leg that is worked on, or of the case."""
        assert self.state is state, (self.title, self.state)
        return self

    @property
    def state_words(self) -> str:
        return f"{self.at}：{self.state.label}" if self.at else self.state.label

    def _running(self) -> Iterable[str]:
        mine = {self.leg["id"]} if self.at else {None, *(leg["id"] for leg in self.file["legs"])}
        rows = [clock for clock in self.file["clocks"] if clock["leg"] in mine]
        rows = [clock for clock in rows if not clock["met_on"] and not clock["waived_on"]]
        return dict.fromkeys(f"{clock['duty_label']} {clock['due_on'] or '未定'}" for clock in rows)

    def due(self, duty: str) -> date:
        """The date of the newest clock of a duty on the leg that is worked on, or of the case."""
        leg = self.leg["id"] if self.at else None
        rows = [c for c in self.file["clocks"] if c["duty"] == duty and c["leg"] == leg]
        return date.fromisoformat(max(rows, key=lambda clock: clock["id"])["due_on"])

    def paper(self, kind: Letter) -> Paper:
        """The newest letter of a kind."""
        return [paper for paper in self.papers if paper.kind is kind][-1]

    def at_unit(self, name: str) -> Self:
        """Go on with the leg of this unit; "" with the case itself."""
        self.at = name
        return self

    def respondent(self) -> int:
        """The key of the one respondent, as the linking dialog gives it."""
        seat = self.office.seat("fenban").go(f"{self.address}link-respondent/")
        options = seat.page.locator("[name=respondent_id] option").evaluate_all("all => all.map(one => one.value)")
        return next(int(value) for value in options if value)
