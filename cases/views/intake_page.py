"""What every page of registration does: show a form under a key of its own, register what is sent once, lose nothing.

An `IntakePage` says in what the pages differ: one for every channel (intake.py), those of one channel in a room above.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode

from cases.actions.inputs import PartyInput
from cases.actions.registration import already_registered, desk_of
from cases.forms.intake_page import OF_PAGE, UNREADABLE_WORDS, IntakePageForm, initial_from, key_from
from cases.intake import registering as intakes
from cases.intake.drafts import drop_intake, key_of_draft, load_intake
from cases.models import Case, Draft
from cases.sight.out_of_reach import key_of
from cases.views.receipt import ONCE
from kit.rooms import intake_urls
from kit.web import RefusedAnswer, from_htmx
from law.errors import Refused
from law.vocabulary import Channel
from organizations.models import Staff
from organizations.today import today
from organizations.views.people import member


def _nothing_given(_request: HttpRequest, _staff: Staff) -> dict[str, Any]:
    return {}


def _nothing_beside(_staff: Staff, _form: IntakePageForm) -> dict[str, Any]:
    return {}


def _nothing_more(_staff: Staff, _case: Case, _form: IntakePageForm) -> None:
    return None


@dataclass(frozen=True, kw_only=True)
class IntakePage:
    """What a page of registration is called, and in what it differs from the others.

    ``channel``: the one it is for; None: the person chooses. ``keeps``: what its address names beside the key of the form.
    ``given(request, staff)``: what is known of the petition before anybody types. ``beside(staff, form)``: what its
    templates show besides. ``after(staff, case, form)``: what is written together with the case.
    """

    url_name: str
    template: str
    fields: str
    form: type[IntakePageForm] = IntakePageForm
    channel: Channel | None = None
    keeps: tuple[str, ...] = ()
    given: Callable[[HttpRequest, Staff], Mapping[str, Any]] = _nothing_given
    beside: Callable[[Staff, IntakePageForm], Mapping[str, Any]] = _nothing_beside
    after: Callable[[Staff, Case, IntakePageForm], None] = _nothing_more

    def address(self, request: HttpRequest, key: object) -> str:
        """Return the address of a form of this page with its request key."""
        kept = {name: request.GET.get(name, "") for name in self.keeps}
        return f"{reverse(self.url_name)}?{urlencode({**{k: v for k, v in kept.items() if v}, 'key': str(key)})}"


def intake_answer(request: HttpRequest, page: IntakePage) -> HttpResponse:
    """Answer what is asked of a page of registration: its form under a key, or what became of a form that was sent.

    Raises Refused: not_permitted, and as ``page.given``.
    """
    staff = member(request)
    desk_of(staff)
    if request.method == "POST":
        return _Sending(request, staff, page).submit()
    key = key_from(request.GET.get("key"))
    if key is None or intakes.registered_under(staff, key):
        return redirect(_fresh_address(request, staff, page))
    saved = load_intake(staff, key)
    channel = request.GET.get("channel", "")
    chosen = channel if channel in list(Channel) else Channel.VISIT
    initial = {**page.given(request, staff), **(initial_from(saved[1]) if saved else {})}
    form = page.form(by=staff, initial={"channel": chosen, **initial, "key": key, **_fixed(page)})
    return _Sending(request, staff, page).shown(form, draft=saved[0] if saved else None)


def _fixed(page: IntakePage) -> dict[str, Any]:
    return {"channel": page.channel} if page.channel else {}


def _fresh_address(request: HttpRequest, staff: Staff, page: IntakePage) -> str:
    """Return the address of the asked draft, on the page of its channel, or of a fresh form."""
    asked = key_of(request.GET.get("draft"))
    draft = Draft.objects.filter(staff=staff, pk=asked).first() if asked else None
    if draft is None:
        return page.address(request, uuid4())
    key = key_of_draft(draft)
    known = key_from(key)
    kept = load_intake(staff, known) if known else None
    typed = kept[1] if kept else {}
    # A page of no single channel says which one it is.
    own = next(
        (found for name in (OF_PAGE, "channel") if (found := intake_urls().get((typed.get(name) or [""])[0]))), ""
    )
    return f"{reverse(own)}?{urlencode({'key': key})}" if own else page.address(request, key)


@dataclass(frozen=True)
class _Sending:
    """One form of a page, shown or sent."""

    request: HttpRequest
    staff: Staff
    page: IntakePage

    def submit(self) -> HttpResponse:
        """Register what was sent, once."""
        staff = self.staff
        form = self.page.form(self.request.POST, self.request.FILES, by=staff)
        if not form.is_valid():
            return self.shown(form, status=422)
        if not _in_utf8(self.request):
            form.add_error(None, UNREADABLE_WORDS)
            return self.shown(form, status=422)
        arguments = form.arguments()
        try:
            earlier = already_registered(by=staff, **arguments)
            case = earlier or self._register(arguments, form)
        except Refused as refused:
            used = refused.code == "external_number_taken"
            return self._used() if used else self.shown(form, refused=refused)
        drop_intake(staff, arguments["external_number"])
        if not earlier:
            _say(self.request, case, list(arguments.get("parties", [])))
            _join(self.request, staff, case, form.cleaned_data["matter_of"])
        return _done(self.request, staff, case)

    def _register(self, arguments: dict[str, Any], form: IntakePageForm) -> Case:
        with transaction.atomic():
            case = intakes.register_once(self.staff, arguments, form.cleaned_data["attachments"])
            self.page.after(self.staff, case, form)
        return case

    def _used(self) -> HttpResponse:
        """Give everything back under a new key: this page had become a case, and something else was typed over it."""
        data: QueryDict = self.request.POST.copy()
        data["key"] = str(uuid4())
        earlier = intakes.registered_under(self.staff, self.request.POST["key"])
        words = f"这一页先前已登记为{earlier.number}。" if earlier else "这一页已经用过。"
        refused = Refused(
            "form_already_used", f"{words}内容都还在；如果是另一件，请核对后再按一次“登记”；如果是同一件，请更正原件。"
        )
        return self.shown(self.page.form(data, by=self.staff), refused=refused)

    def shown(
        self, form: IntakePageForm, *, refused: Refused | None = None, draft: Draft | None = None, status: int = 200
    ) -> HttpResponse:
        """Answer with the whole page, or for htmx with the fields alone; files that were chosen stay chosen there."""
        key = form["key"].value()
        context: dict[str, Any] = {
            "form": form,
            "refused": refused,
            "draft": draft,
            "desk": desk_of(self.staff).name,
            "key": key,
            "post_url": self.page.address(self.request, key),
            **self.page.beside(self.staff, form),
        }
        fragment = from_htmx(self.request)
        answer = render(self.request, self.page.fields if fragment else self.page.template, context, status=status)
        if refused:
            answer = RefusedAnswer(answer.content, refused)
        if fragment:
            wrong = next((name for name in form.fields if name in form.errors), "")
            place = f"show:#field-{wrong}:top" if wrong and not refused else "show:top"
            answer["HX-Retarget"], answer["HX-Reswap"] = "#intake-fields", f"innerHTML {place}"
        return answer


def _in_utf8(request: HttpRequest) -> bool:
    """Tell whether the body is what a browser sends; Django would read raw bytes of another encoding as Latin-1."""
    if request.content_type != "application/x-www-form-urlencoded":
        return True
    try:
        request.body.decode()
    except UnicodeDecodeError:
        return False
    return True


def _say(request: HttpRequest, case: Case, parties: list[PartyInput]) -> None:
    messages.success(request, f"已登记，编号{case.number}。")
    for mark in intakes.marks_of(case, parties):
        messages.info(request, f"{mark.message}（{mark.article}）")
    for words in intakes.doubts(parties, today()):
        messages.info(request, f"{words}已照原样登记，可以更正。")


def _join(request: HttpRequest, staff: Staff, case: Case, number: str) -> None:
    if not number:
        return
    if refused := intakes.join_hinted(staff, case, number):
        messages.warning(request, f"登记有效；没有并入同一事项：{refused.message}")
    else:
        messages.success(request, f"已与{number}归为同一事项。")


def _done(request: HttpRequest, staff: Staff, case: Case) -> HttpResponse:
    """Go to the case; where it is already out of its registrar's reach (Art. 30) to its receipt, once, else to the desk."""
    address = _address_of(request, staff, case)
    return HttpResponse(headers={"HX-Redirect": address}) if from_htmx(request) else redirect(address)


def _address_of(request: HttpRequest, staff: Staff, case: Case) -> str:
    if Case.objects.visible_to(staff).filter(pk=case.pk).exists():
        return reverse("cases:case", args=[case.pk])
    if case.registered_by_id != staff.pk:
        return reverse("cases:desk")
    request.session[ONCE] = case.pk
    return reverse("cases:receipt_once")
