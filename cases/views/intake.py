"""登记: one page for every channel; nothing typed is ever lost."""

from typing import Any
from uuid import uuid4

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from cases.actions.inputs import PartyInput
from cases.actions.registration import already_registered, desk_of
from cases.forms.intake_page import UNREADABLE_WORDS, IntakePageForm, initial_from, key_from, typed_in
from cases.intake import registering as intakes
from cases.intake.drafts import drop_intake, key_of_draft, load_intake
from cases.intake.similar import Person, similar_cases
from cases.models import Case, Draft
from cases.sight.out_of_reach import key_of
from cases.views.receipt import ONCE
from kit.rooms import all_of
from kit.web import RefusedAnswer, from_htmx, staff_only
from law.errors import Refused
from law.vocabulary import Channel
from organizations.models import Staff
from organizations.today import today
from organizations.views.people import member


@require_http_methods(["GET", "HEAD", "POST"])
@staff_only
@sensitive_post_parameters()
def intake(request: HttpRequest) -> HttpResponse:
    """Show the intake form under a request key of its own, and register. Raises Refused not_permitted."""
    staff = member(request)
    desk_of(staff)
    if request.method == "POST":
        return _submit(request, staff)
    key = key_from(request.GET.get("key"))
    if key is None or intakes.registered_under(staff, key):
        return redirect(_address(request, staff))
    saved = load_intake(staff, key)
    channel = request.GET.get("channel", "")
    initial = {"channel": channel if channel in list(Channel) else Channel.VISIT, "key": key}
    form = IntakePageForm(by=staff, initial={**initial, **(initial_from(saved[1]) if saved else {})})
    return _page(request, staff, form, draft=saved[0] if saved else None)


@require_POST
@staff_only
@sensitive_post_parameters()
def hints(request: HttpRequest) -> HttpResponse:
    """Answer what is being typed with cases that may be the same matter, and with what looks odd."""
    staff, on = member(request), today()
    desk_of(staff)
    typed = initial_from(typed_in(request.POST))
    parties = [
        PartyInput(**{k: v for k, v in row.items() if k in PartyInput.__annotations__})
        for row in typed.get("parties", [])
    ]
    people = [Person(p.name, p.phone, p.id_number) for p in parties]
    words = "\n".join(str(typed[name]) for name in ("subject", "content") if typed.get(name))
    similar = similar_cases(staff, people, words, on)
    shown = {**typed, "key": request.POST.get("key", ""), "similar": [each.line.id for each in similar]}
    context = {
        "similar": similar,
        "doubts": intakes.doubts(parties, on),
        "marks": intakes.visit_marks(str(typed.get("channel", "")), parties),
        "may_join": intakes.may_join(staff),
        "matter_of": request.POST.get("matter_of", ""),
        "category_suggested": request.POST.get("category_suggested", ""),
        "blocks": [
            {**read, "template": block.template}
            for block in all_of("beside")
            if (read := block.read(staff, shown, on)) is not None
        ],
    }
    return render(request, "cases/_hints.html", context)


def _address(request: HttpRequest, staff: Staff) -> str:
    """Return the address of the asked draft, or of a fresh form for the asked channel."""
    asked = key_of(request.GET.get("draft"))
    draft = Draft.objects.filter(staff=staff, pk=asked).first() if asked else None
    query = {"channel": request.GET.get("channel", ""), "key": key_of_draft(draft) if draft else str(uuid4())}
    return f"{reverse('cases:intake')}?{urlencode({k: v for k, v in query.items() if v})}"


def _submit(request: HttpRequest, staff: Staff) -> HttpResponse:
    form = IntakePageForm(request.POST, request.FILES, by=staff)
    if not form.is_valid():
        return _page(request, staff, form, status=422)
    if not _in_utf8(request):
        form.add_error(None, UNREADABLE_WORDS)
        return _page(request, staff, form, status=422)
    arguments = form.arguments()
    try:
        earlier = already_registered(by=staff, **arguments)
        case = earlier or intakes.register_once(staff, arguments, form.cleaned_data["attachments"])
    except Refused as refused:
        used = refused.code == "external_number_taken"
        return _used(request, staff) if used else _page(request, staff, form, refused=refused)
    drop_intake(staff, arguments["external_number"])
    if not earlier:
        _say(request, case, list(arguments.get("parties", [])))
        _join(request, staff, case, form.cleaned_data["matter_of"])
    return _done(request, staff, case)


def _in_utf8(request: HttpRequest) -> bool:
    """Tell whether the body is what a browser sends; Django would read raw bytes of another encoding as Latin-1."""
    if request.content_type != "application/x-www-form-urlencoded":
        return True
    try:
        request.body.decode()
    except UnicodeDecodeError:
        return False
    return True


def _used(request: HttpRequest, staff: Staff) -> HttpResponse:
    """Give everything back under a new key: this page had become a case, and something else was typed over it."""
    data: QueryDict = request.POST.copy()
    data["key"] = str(uuid4())
    earlier = intakes.registered_under(staff, request.POST["key"])
    words = f"这一页先前已登记为{earlier.number}。" if earlier else "这一页已经用过。"
    refused = Refused(
        "form_already_used", f"{words}内容都还在；如果是另一件，请核对后再按一次“登记”；如果是同一件，请更正原件。"
    )
    return _page(request, staff, IntakePageForm(data, by=staff), refused=refused)


def _page(
    request: HttpRequest,
    staff: Staff,
    form: IntakePageForm,
    *,
    refused: Refused | None = None,
    draft: Draft | None = None,
    status: int = 200,
) -> HttpResponse:
    """Answer with the whole page, or for htmx with the fields alone; files that were chosen stay chosen there."""
    context: dict[str, Any] = {
        "form": form,
        "refused": refused,
        "draft": draft,
        "desk": desk_of(staff).name,
        "key": form["key"].value(),
    }
    fragment = from_htmx(request)
    answer = render(request, "cases/_intake_fields.html" if fragment else "cases/intake.html", context, status=status)
    if refused:
        answer = RefusedAnswer(answer.content, refused)
    if fragment:
        wrong = next((name for name in form.fields if name in form.errors), "")
        shown = f"show:#field-{wrong}:top" if wrong and not refused else "show:top"
        answer["HX-Retarget"], answer["HX-Reswap"] = "#intake-fields", f"innerHTML {shown}"
    return answer


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
