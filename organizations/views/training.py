"""The clock of a training stack; in production there is no such page."""

from datetime import timedelta

from django.conf import settings
from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from kit.days import day_words
from organizations.forms import MoveDateForm
from organizations.journal.noting import note
from organizations.journal.verbs import TRAINING_MOVED
from organizations.today import days_ahead, move_ahead, today
from organizations.views.people import member

SHORT_CUTS = (1, 5, 15, 30, 60)


@require_http_methods(["GET", "HEAD", "POST"])
@login_required
def training(request: HttpRequest) -> HttpResponse:
    """Show the training date and move it on."""
    if not settings.TRAINING:
        raise Http404
    form = MoveDateForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        day = move_ahead(form.cleaned_data["days"])
        note(TRAINING_MOVED, by=member(request), days=form.cleaned_data["days"])
        messages.success(request, f"日期已拨到{day_words(day)}。")
        return redirect("training")
    day, ahead = today(), days_ahead()
    context = {
        "form": form,
        "today": day,
        "real": day - timedelta(days=ahead),
        "ahead": ahead,
        "short_cuts": SHORT_CUTS,
    }
    return render(request, "organizations/training.html", context, status=422 if form.errors else 200)
