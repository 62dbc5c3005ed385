"""Addresses of tasks, below /supervision/tasks/."""

from django.urls import URLPattern, path

from supervision.tasks.forms import STEPS
from supervision.tasks.pages import step_page, task_list, task_page

urlpatterns: list[URLPattern] = [
    path("", task_list, name="tasks"),
    path("<int:task_id>/", task_page, name="task"),
    *(path(f"<int:task_id>/{step.slug}/", step_page(step), name=f"task-{step.slug}") for step in STEPS),
]
