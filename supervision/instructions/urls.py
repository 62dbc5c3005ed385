"""Addresses of instructions, below /supervision/instructions/."""

from django.urls import URLPattern, path

from supervision.instructions.forms import STEPS
from supervision.instructions.pages import leaders_day, step_page, submission_list, submission_page, submit

urlpatterns: list[URLPattern] = [
    path("", submission_list, name="instructions"),
    path("today/", leaders_day, name="today"),
    path("new/", submit, name="submit"),
    path("<int:submission_id>/", submission_page, name="submission"),
    *(path(f"<int:submission_id>/{step.slug}/", step_page(step), name=f"submission-{step.slug}") for step in STEPS),
]
