"""登记: the page of every channel, and what is hinted at while one types."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from cases.actions.inputs import PartyInput
from cases.actions.registration import desk_of
from cases.forms.intake_page import initial_from, typed_in
from cases.intake import registering as intakes
from cases.intake.similar import Person, similar_cases
from cases.views.intake_page import IntakePage, intake_answer
from kit.rooms import all_of
from kit.web import staff_only
from organizations.today import today
from organizations.views.people import member

ANY_CHANNEL = IntakePage(
    url_name="cases:intake", template="cases/intake.html", fields="cases/_intake_fields.html", keeps=("channel",)
)


@require_http_methods(["GET", "HEAD", "POST"])
@staff_only
@sensitive_post_parameters()
def intake(request: HttpRequest) -> HttpResponse:
    """Show the intake form under a request key of its own, and register. Raises Refused not_permitted."""
    return intake_answer(request, ANY_CHANNEL)


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
