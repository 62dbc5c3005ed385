"""Addresses of tasks, below /supervision/tasks/."""

from django.urls import URLPattern, path

from supervision.tasks.forms import STEPS
from supervision.tasks.pages import shown, task_list, task_page
from supervision.tasks.reading import task_of
from supervision.tasks.step_pages import step_view

urlpatterns: list[URLPattern] = [
    path("", task_list, name="tasks"),
    path("<int:task_id>/", task_page, name="task"),
    *(
        path(f"<int:task_id>/{step.slug}/", step_view(step, "task_id", task_of, shown), name=f"task-{step.slug}")
        for step in STEPS
    ),
]
