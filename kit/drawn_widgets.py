"""The widgets that every form is made of, drawn here and not by a template for each of their options.

Django draws a select with a template for itself, one for each option and one more for the attributes of each. These are
the same elements; a widget that is not among them is drawn by its template as ever.
"""

from collections.abc import Callable, Mapping
from typing import Any

from django.forms.renderers import TemplatesSetting
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

Widget = Mapping[str, Any]


def _attributes(widget: Widget) -> SafeString:
    """Return the attributes with a space before each; True stands alone, False is left out."""
    given = [(name, value) for name, value in widget["attrs"].items() if value is not False]
    return mark_safe("".join(_attribute(name, value) for name, value in given))  # noqa: S308


def _attribute(name: str, value: Any) -> SafeString:
    return format_html(" {}", name) if value is True else format_html(' {}="{}"', name, value)


def _input(widget: Widget) -> SafeString:
    value = "" if widget["value"] is None else format_html(' value="{}"', widget["value"])
    return format_html('<input type="{}" name="{}"{}{}>', widget["type"], widget["name"], value, _attributes(widget))


def _textarea(widget: Widget) -> SafeString:
    typed = widget["value"] or ""
    return format_html('<textarea name="{}"{}>\n{}</textarea>', widget["name"], _attributes(widget), typed)


def _select(widget: Widget) -> SafeString:
    groups = [_group(name, options) for name, options, _ in widget["optgroups"]]
    drawn = mark_safe("".join(groups))  # noqa: S308
    return format_html('<select name="{}"{}>{}\n</select>', widget["name"], _attributes(widget), drawn)


def _group(name: str | None, options: list[Widget]) -> SafeString:
    drawn = format_html_join(
        "", '\n  <option value="{}"{}>{}</option>', ((o["value"], _attributes(o), o["label"]) for o in options)
    )
    return format_html('\n  <optgroup label="{}">{}\n  </optgroup>', name, drawn) if name else drawn


_DRAWN: dict[str, Callable[[Widget], SafeString]] = {
    **dict.fromkeys(("text", "number", "email", "password", "hidden", "date", "search", "tel", "checkbox"), _input),
    "select": _select,
    "textarea": _textarea,
}
_BY_TEMPLATE = {f"django/forms/widgets/{name}.html": draw for name, draw in _DRAWN.items()}


class DrawnWidgets(TemplatesSetting):
    """Draws the common widgets without a template; the others are drawn from templates/, like everything else."""

    def render(self, template_name: str, context: dict[str, Any], request: Any = None) -> str:
        """Return a form, field or widget as the browser gets it."""
        draw = _BY_TEMPLATE.get(template_name)
        return draw(context["widget"]) if draw else super().render(template_name, context, request)
