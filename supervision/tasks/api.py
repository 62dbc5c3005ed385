"""Tasks for programs: the same functions as the pages."""

from typing import Any

from django.urls import URLPattern, path
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from cases.api.rows import word
from organizations.api.queries import PAGED, assert_known
from organizations.today import today
from supervision.models.tasks import Task
from supervision.tasks.forms import STEPS
from supervision.tasks.reading import TaskView, is_late, page_of_tasks, task_of
from supervision.tasks.step_doors import READING, caller, step_door
from supervision.words.tasks import TaskSource, TaskState


class TaskShape(serializers.ModelSerializer[Task]):
    """One task: who has to do what by when, from which record, and how it stands."""

    unit = serializers.CharField(source="unit.name")
    unit_id = serializers.IntegerField()
    case = serializers.IntegerField(source="case_id", allow_null=True)
    number = serializers.CharField(source="case.number", default=None, allow_null=True, help_text="信访件编号")
    state = word(TaskState)
    source = word(TaskSource)  # type: ignore[assignment]
    given_by = serializers.CharField(source="given_by.name")
    reported_by = serializers.CharField(source="reported_by.name", default=None, allow_null=True)
    checked_by = serializers.CharField(source="checked_by.name", default=None, allow_null=True)
    late = serializers.SerializerMethodField(help_text="逾期未反馈，或者逾期反馈")

    class Meta:
        model = Task
        fields = (
            "id",
            "unit",
            "unit_id",
            "case",
            "number",
            "source",
            "source_key",
            "what",
            "due_on",
            "state",
            "late",
            "given_by",
            "given_on",
            "received_on",
            "report",
            "reported_by",
            "reported_on",
            "checked",
            "checked_by",
            "checked_on",
            "version",
        )

    def get_late(self, task: Task) -> bool:
        """Tell whether it is, or was, late."""
        return is_late(task, today())


class TaskPage(serializers.Serializer[Any]):
    """One page of tasks."""

    results = TaskShape(many=True)
    after = serializers.CharField(allow_blank=True)
    before = serializers.CharField(allow_blank=True)


class TaskList(APIView):
    """任务."""

    @extend_schema(
        operation_id="tasks_list",
        summary="任务：本单位待办、待核实、已逾期或者全部；时限早的在前",
        responses={200: TaskPage, **READING},
        parameters=[OpenApiParameter("view", str, enum=list(TaskView), description="不写即待办"), *PAGED],
    )
    def get(self, request: Request) -> Response:
        """List tasks, paged by key. Raises Refused: not_permitted, filter_unknown, key_broken."""
        query = request.query_params
        assert_known(query, {"view", "after", "before"})
        view = query.get("view", TaskView.TO_DO.value)
        page = page_of_tasks(
            caller(request), view, today(), after=query.get("after", ""), before=query.get("before", "")
        )
        return Response(TaskPage({"results": page.rows, "after": page.after, "before": page.before}).data)


class TaskDetail(APIView):
    """一项任务."""

    @extend_schema(operation_id="task_read", summary="读取一项任务", responses={200: TaskShape, **READING})
    def get(self, request: Request, task_id: int) -> Response:
        """Read one task. Raises Refused not_found."""
        return Response(TaskShape(task_of(caller(request), task_id)).data)


urlpatterns: list[URLPattern] = [
    path("", TaskList.as_view(), name="api-supervision-tasks"),
    path("<int:task_id>/", TaskDetail.as_view(), name="api-supervision-task"),
    *(
        path(
            f"<int:task_id>/{step.slug}/",
            step_door(step, "task", "task_id", task_of, TaskShape).as_view(),
            name=f"api-supervision-task-{step.slug}",
        )
        for step in STEPS
    ),
]
