"""Settings for programs: the same people, functions and versions as the page."""

from datetime import date
from typing import Any, cast

from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from kit.rooms import declared
from kit.settings import Setting
from law.errors import Refused
from organizations.api.problem import ProblemShape
from organizations.models import SettingVersion, Staff
from organizations.settings_in_force import (
    MOST_WHY,
    assert_manager,
    declared_settings,
    preview_of,
    set_setting,
    value_of,
    versions_by_key,
    versions_of,
)
from organizations.today import today

_READING = {401: ProblemShape, 403: ProblemShape, 404: ProblemShape}
_WRITING = {**dict.fromkeys((400, 401, 403, 404, 413, 415, 422), ProblemShape)}


class VersionShape(serializers.ModelSerializer[SettingVersion]):
    """One version of a setting; it never changes."""

    value = serializers.JSONField()
    district = serializers.IntegerField(source="district_id", allow_null=True, help_text="为空即全系统")
    set_by = serializers.CharField(source="set_by.name")

    class Meta:
        model = SettingVersion
        fields = ("value", "valid_from", "district", "set_by", "set_at", "why")


class SettingLine(serializers.Serializer[Any]):
    """One setting with its value today."""

    key = serializers.CharField()
    label = serializers.CharField()  # type: ignore[assignment]
    value = serializers.JSONField()
    default = serializers.JSONField()
    least = serializers.IntegerField(allow_null=True)
    most = serializers.IntegerField(allow_null=True)


class SettingShape(SettingLine):
    """A setting with its versions, the newest first."""

    versions = VersionShape(many=True)


class SettingInput(serializers.Serializer[Any]):
    """A value from a day on; ``valid_from`` left out: today."""

    value = serializers.JSONField()
    valid_from = serializers.DateField(required=False, allow_null=True)
    why = serializers.CharField(max_length=MOST_WHY)


class SettingAsked(serializers.Serializer[Any]):
    """A value to look at before it is set."""

    value = serializers.JSONField()
    valid_from = serializers.DateField(required=False, allow_null=True)


class SettingPreviewShape(serializers.Serializer[Any]):
    """What a value would change, in sentences."""

    changes = serializers.ListField(child=serializers.CharField())


class SettingList(APIView):
    """参数一览."""

    @extend_schema(
        operation_id="settings_list",
        summary="可以设置的参数（系统管理员）",
        responses={200: SettingLine(many=True), 401: ProblemShape, 403: ProblemShape},
    )
    def get(self, request: Request) -> Response:
        """List the settings with their values today. Raises Refused not_permitted."""
        staff = cast(Staff, request.user)
        known = list(declared_settings(staff))
        versions = versions_by_key(staff, [each.key for each in known])
        lines = [_line(each, versions.get(each.key, [])) for each in known]
        return Response(SettingLine(lines, many=True).data)


class SettingDetail(APIView):
    """一个参数."""

    @extend_schema(operation_id="setting_read", summary="读取参数和历次取值", responses={200: SettingShape, **_READING})
    def get(self, request: Request, key: str) -> Response:
        """Read a setting with its versions. Raises Refused: not_permitted, not_found."""
        staff = assert_manager(cast(Staff, request.user))
        return Response(_answer(declared(key), staff))

    @extend_schema(
        operation_id="setting_set",
        summary="设置参数：自某日起的取值；已有的取值不会改变",
        request=SettingInput,
        responses={201: SettingShape, **_WRITING},
    )
    def post(self, request: Request, key: str) -> Response:
        """Set a value from a day on. Raises Refused as `set_setting`."""
        staff = assert_manager(cast(Staff, request.user))
        known, typed = declared(key), _typed(request, ("value", "valid_from", "why"))
        set_setting(
            key, typed["value"], valid_from=typed["valid_from"], why=typed.get("why") or "", by=staff, on=today()
        )
        return Response(_answer(known, staff), status=201)


class SettingPreview(APIView):
    """预览参数."""

    @extend_schema(
        operation_id="setting_preview",
        summary="看一个取值会改变什么，不保存",
        request=SettingAsked,
        responses={200: SettingPreviewShape, **_WRITING},
    )
    def post(self, request: Request, key: str) -> Response:
        """Say what a value would change. Raises Refused as `preview_of`."""
        staff = assert_manager(cast(Staff, request.user))
        declared(key)
        typed = _typed(request, ("value", "valid_from"))
        return Response({"changes": preview_of(key, typed["value"], typed["valid_from"], staff)})


def _typed(request: Request, names: tuple[str, ...]) -> dict[str, Any]:
    """Return what was sent, with a date for the day. Raises Refused input_invalid."""
    said = request.data
    if not isinstance(said, dict):
        raise Refused("input_invalid", "应为一个 JSON 对象。")
    if unknown := sorted(str(name)[:60] for name in said if name not in names):
        raise Refused("input_invalid", f"没有这些字段：{'、'.join(unknown[:10])}。")
    if "value" not in said:
        raise Refused("input_invalid", "请写明 value。")
    if not isinstance(said.get("why"), str | None) or len(said.get("why") or "") > MOST_WHY:
        raise Refused("input_invalid", f"why 应为不超过{MOST_WHY}字的文字。")
    return {**said, "valid_from": day_in(said.get("valid_from"), "valid_from") or today()}


def day_in(text: Any, name: str) -> date | None:
    """Return a date as programs write it, None where none was sent. Raises Refused input_invalid."""
    if text is None:
        return None
    try:
        return date.fromisoformat(text)
    except (TypeError, ValueError):
        raise Refused("input_invalid", f"{name} 应为日期，如 2027-01-01。") from None


def _line(known: Setting, versions: list[SettingVersion]) -> dict[str, Any]:
    return {
        "key": known.key,
        "label": known.label,
        "value": value_of(known, versions, today()),
        "default": known.default,
        "least": known.least,
        "most": known.most,
    }


def _answer(known: Setting, staff: Staff) -> Any:
    versions = versions_of(known.key, staff)
    return SettingShape({**_line(known, versions), "versions": versions}).data
