"""Addresses of meetings, below /supervision/meetings/."""

from django.urls import URLPattern, path

from organizations.roles import Right
from supervision.meetings.actions import call_meeting
from supervision.meetings.forms import STEPS, CallForm
from supervision.meetings.pages import meeting_list, meeting_page, minutes_page, shown
from supervision.meetings.reading import meeting_of
from supervision.tasks.step_pages import NewPage, new_view, step_view

CALL_PAGE = NewPage(
    title="召集会议",
    button="建立会议",
    said="会议已建立，请列入议程、通知参会人员。",
    right=Right.CONVENE,
    form=CallForm,
    action=call_meeting,
    back=("supervision:meetings", "各次会议"),
)

urlpatterns: list[URLPattern] = [
    path("", meeting_list, name="meetings"),
    path("new/", new_view(CALL_PAGE), name="meeting_new"),
    path("minutes/<int:minutes_id>/", minutes_page, name="minutes"),
    path("<int:meeting_id>/", meeting_page, name="meeting"),
    *(
        path(
            f"<int:meeting_id>/{step.slug}/",
            step_view(step, "meeting_id", meeting_of, shown),
            name=f"meeting-{step.slug}",
        )
        for step in STEPS
    ),
]
