"""Addresses of instructions, below /supervision/instructions/."""

from django.urls import URLPattern, path

from organizations.roles import Right
from supervision.instructions.actions import submit_to_leader
from supervision.instructions.forms import STEPS, SubmitForm
from supervision.instructions.pages import leaders_day, shown, submission_list, submission_page
from supervision.instructions.reading import submission_of
from supervision.tasks.step_pages import NewPage, new_view, step_view

SUBMIT_PAGE = NewPage(
    title="呈阅领导",
    button="呈阅并生成呈阅单",
    said="已呈阅，呈阅单可以打印。",
    right=Right.SUBMIT_TO_LEADER,
    form=SubmitForm,
    action=submit_to_leader,
    back=("supervision:instructions", "全部呈阅件"),
    asked=("numbers", "number"),
)

urlpatterns: list[URLPattern] = [
    path("", submission_list, name="instructions"),
    path("today/", leaders_day, name="today"),
    path("new/", new_view(SUBMIT_PAGE), name="submit"),
    path("<int:submission_id>/", submission_page, name="submission"),
    *(
        path(
            f"<int:submission_id>/{step.slug}/",
            step_view(step, "submission_id", submission_of, shown, "supervision:today"),
            name=f"submission-{step.slug}",
        )
        for step in STEPS
    ),
]
