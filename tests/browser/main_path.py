"""The main path as the office walks it: from registration to closing, each person before a screen of his own.

Walked by test_main_path.py with the small cast, and by record.py on a running stack with the demonstration's people.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta

from law.vocabulary import Act, Duty
from tests.browser.office import Explained, Office, Pick, Seat
from tests.serving import DUTIES

PETITIONER = {"parties-name": "田守义", "parties-phone": "13900005678", "parties-address": "幸福路18号2单元"}
SUBJECT = "楼道渗水和门前菜地被占"
CONTENT = "楼顶漏水两年，物业说没有钱修；门前三分菜地去年被推平，没有人来谈过补偿。"
DEMANDS = ("修好楼顶，楼道不再渗水", "说明菜地为什么被占，补上补偿")


@dataclass(frozen=True)
class Department:
    """A unit and the accounts of its people."""

    unit: Pick
    head: str
    handler: str
    handler_name: str


@dataclass(frozen=True)
class Crew:
    """Who walks the path."""

    clerk: str
    router: str
    departments: tuple[Department, Department]
    town: Department
    dispatcher: str
    village: Pick
    informant: str


@dataclass(frozen=True)
class Entry:
    """What one person did, on which day, and which clocks the page explained afterwards."""

    who: str
    did: str
    on: date
    state: str
    clocks: list[Explained]


@dataclass
class Path:
    """One petition on its way; ``journal`` is what documents and tests read, ``after_act`` lets a worker run, ``look`` takes a picture."""

    office: Office
    crew: Crew
    after_act: Callable[[], object] = lambda: None
    look: Callable[[str, Seat], object] = lambda name, seat: None
    journal: list[Entry] = field(default_factory=list)
    told: set[str] = field(default_factory=set)
    number: str = ""
    address: str = ""

    def note(self, who: str, seat: Seat, did: str) -> list[Explained]:
        """Read the clocks on the screen, write the step down and let the worker run."""
        clocks = seat.why(self.told) if seat.page.locator("#clocks").count() else []
        self.journal.append(Entry(who, did, seat.today, seat.state, clocks))
        self.after_act()
        return clocks

    def does(self, who: str, act: Act, said: str = "", **typed: object) -> Seat:
        """Let a member of staff do one act on the case he has open."""
        seat = self.office.seat(who)
        # Who acts again has the newest page before him already.
        if who != self.journal[-1].who or not seat.page.url.endswith(self.address):
            seat.go(self.address)
        seat.act(act, **typed)
        self.note(who, seat, said or act.label)
        return seat

    def registers(self) -> None:
        """The clerk types by keyboard, is called away, finds the draft again and registers."""
        seat = self.office.seat(self.crew.clerk).go("/")
        seat.page.locator(".x-actions a", has_text="来访").click()
        seat.page.wait_for_selector("#intake-form")
        for name, words in PETITIONER.items():
            seat.tab_to(name).type(words)
        seat.tab_to("subject").type(SUBJECT).tab_to("content").type(CONTENT)
        seat.tab_to("保存草稿").page.keyboard.press("Enter")
        seat.page.wait_for_selector("#draft-state >> text=草稿已保存")
        self._draft_comes_back(seat)
        seat.tab_to("demands-text").type(DEMANDS[0]).tab_to("加一行")
        seat.page.keyboard.press("Enter")
        seat.type(DEMANDS[1]).page.keyboard.press("Control+Enter")
        seat.page.wait_for_selector("#toasts >> text=已登记，编号")
        self.number, self.address = seat.number, seat.page.url.removeprefix(seat.url)
        self.note(self.crew.clerk, seat, f"登记（来访，{len(DEMANDS)}项诉求，草稿恢复后登记）")

    def _draft_comes_back(self, seat: Seat) -> None:
        # As on the next morning: nothing of the browser's own memory is left.
        seat.go("/").page.evaluate("sessionStorage.clear()")
        seat.page.locator(".x-feed a[href*='draft=']", has_text=SUBJECT).first.click()
        seat.page.wait_for_selector(".x-restored >> text=已恢复")
        for name, words in {**PETITIONER, "subject": SUBJECT, "content": CONTENT}.items():
            assert seat.page.locator(f"#intake-form [name={name}]").first.input_value() == words

    def refers(self) -> None:
        """The router finds the case by its number and hands each demand to its department."""
        router = self.crew.router
        self.office.seat(router).search(self.number)
        for demand, department in enumerate(self.crew.departments, 1):
            # The first demand is gone from the list once it is referred.
            choice: dict[str, object] = {"demands": 1} if demand == 1 else {}
            self.does(
                router, Act.REFER, f"转送第{demand}项诉求给{department.unit.name}", **choice, unit=department.unit
            )

    def is_accepted_by(self, at: Department, *, by: str = "") -> None:
        """The unit opens its in-tray, accepts, serves the notice and names a handler."""
        head = by or at.head
        self.office.seat(head).from_desk(self.number)
        self.does(head, Act.OPEN)
        self.does(head, Act.ACCEPT, f"受理并告知（{at.unit.name}）")
        self.does(head, Act.NOTIFY, **self._by_hand(head))
        self.does(head, Act.TAKE, f"指定承办人：{at.handler_name}", handler=at.handler_name)

    def is_answered_by(self, at: Department, *, sent_back: bool) -> None:
        """The handler hears the petitioner, answers and submits; the head sends back once if asked to, then issues."""
        self.does(
            at.handler,
            Act.RECORD_INQUIRY,
            "登记调查情况：听取信访人陈述",
            kind="听取信访人陈述",
            text="田守义到场陈述，提供照片四张。",
        )
        self._answers(at, "已查看现场，情况属实。")
        if sent_back:
            self.does(at.head, Act.SEND_BACK, reason="请写明施工完成的时间。")
            self._answers(at, "已查看现场，情况属实；施工队本周进场，月底完成。")
        self.does(at.handler, Act.CHECK_DUTIES, **DUTIES)
        self.does(at.head, Act.ISSUE, note="同意。")

    def _answers(self, at: Department, facts: str) -> None:
        answer = {
            "outcome": "支持",
            "facts": facts,
            "opinion": "本月内办理完毕，并向本人说明。",
            "legal_basis": "《物业管理条例》第五十三条",
            "cause": "历史遗留",
        }
        self.does(at.handler, Act.ANSWER, **answer)
        self.does(at.handler, Act.SUBMIT, note="请审。")

    def is_served_by(self, at: Department, *, by_post: bool) -> date:
        """The opinion is served with its receipt; returns the last day of the petitioner's window."""
        if by_post:
            sent = {"method": "邮寄送达", "sent_on": self._day(at.handler), "mail_number": "XA44100123456"}
            self.does(at.handler, Act.SERVE, "送达意见书（邮寄）", **sent)
            received = self._day(at.handler)
            self.does(at.handler, Act.RECORD_RECEIPT, received_on=received, receiver="田守义")
        else:
            self.does(at.handler, Act.SERVE, "送达意见书（直接送达）", **self._by_hand(at.handler))
        clocks = {clock.name: clock.due_on for clock in self.journal[-1].clocks}
        return next(due for name, due in clocks.items() if name.startswith(Duty.REEXAM_REQ_30D.label))

    def _day(self, who: str) -> str:
        return self.office.seat(who).today.isoformat()

    def _by_hand(self, who: str) -> dict[str, str]:
        """What is typed of a letter that the petitioner signs for."""
        day = self._day(who)
        return {"method": "直接送达", "sent_on": day, "received_on": day, "receiver": "田守义"}

    def days_pass(self, until: date) -> None:
        """Move the training date on to this day."""
        seat = self.office.seat(self.crew.clerk).go("/training/")
        seat.page.fill("input[name=days]", str((until - seat.today).days))
        seat.page.get_by_role("button", name="拨快", exact=True).click()
        seat.page.wait_for_selector("#toasts >> text=日期已拨到")
        assert seat.today == until
        self.journal.append(Entry(self.crew.clerk, f"把演示日期拨到{until}", until, "", []))

    def is_closed(self, window_ends: date) -> None:
        """On the window's last day nobody can close; the day after, each head closes his leg."""
        self.days_pass(window_ends)
        for at in self.crew.departments:
            assert Act.CLOSE.label not in self.office.seat(at.head).go(self.address).offered()
        self.days_pass(window_ends + timedelta(days=1))
        for at in self.crew.departments:
            self.does(at.head, Act.CLOSE, f"结案（{at.unit.name}）")

    def to_service(self) -> date:
        """Walk the main path until both answers are served; returns the last day of the petitioner's window."""
        self.registers()
        self.refers()
        windows = []
        for number, at in enumerate(self.crew.departments):
            self.is_accepted_by(at)
            self.is_answered_by(at, sent_back=number == 0)
            windows.append(self.is_served_by(at, by_post=number == 1))
        return max(windows)

    def to_closing(self) -> "Path":
        """Walk the whole main path."""
        self.is_closed(self.to_service())
        return self

    def through_the_village(self) -> "Path":
        """Walk the second path: town, village and back."""
        self.registers()
        town, dispatcher = self.crew.town, self.crew.dispatcher
        self.does(self.crew.router, Act.REFER, f"转送两项诉求给{town.unit.name}", demands=True, unit=town.unit)
        self.is_accepted_by(town, by=dispatcher)
        reply_by = (self.office.seat(dispatcher).today + timedelta(days=5)).isoformat()
        self.does(
            dispatcher,
            Act.DELEGATE,
            f"下派{self.crew.village.name}核查",
            unit=self.crew.village,
            instruction="请到现场看看菜地和楼顶。",
            reply_by=reply_by,
        )
        self._informant_reports()
        self.does(dispatcher, Act.ASSESS, text="村里反映属实，继续办理。")
        return self

    def _informant_reports(self) -> None:
        seat = self.office.seat(self.crew.informant, phone=True).from_desk(self.number)
        assert seat.fits()
        assert seat.page.locator(".x-asked").get_by_text("请于").count() == 1, "the date to report by"
        assert seat.page.locator(".x-big a").count() == 1
        assert not seat.page.locator("#acts, #parties, #moves").count(), (
            "an informant sees what was asked, not the file"
        )
        self.look("asked-360", seat)
        seat.page.locator(".x-big a").click()
        seat.fill(text="菜地三分，确已推平；楼顶两处渗水。").send()
        assert "确已推平" in seat.page.locator(".x-answer").inner_text()
        self.note(self.crew.informant, seat, "报告核查情况（手机）")
