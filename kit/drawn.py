"""What a page draws dozens of times, drawn here and not by a template each: icons, badges, the chips of clocks.

A tag library of every template (xinfang/settings.py names it). A component template that is included costs as much as
drawing it fifty times here (docs/decisions/0044-what-a-page-costs.md).
"""

from datetime import date
from functools import cache

from django import template
from django.conf import settings
from django.template.loader import render_to_string
from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString

from kit.days import day_words

register = template.Library()

# One sign per tone, so that colour is never the only one.
CLOCK_SIGNS = {"green": "clock", "yellow": "hourglass", "orange": "bell", "red": "alert"}
NO_CLOCK = "pause"


@register.filter(expects_localtime=True)
def day(value: date | None) -> str:
    """Say a day, or that of a moment, in words; nothing where there is none."""
    return day_words(value or None)


@register.filter(expects_localtime=True)
def iso_day(value: date | None) -> str:
    """Write a day, or that of a moment, as 2026-03-02; nothing where there is none."""
    return value.isoformat()[:10] if value else ""


@register.filter(expects_localtime=True)
def iso(value: date | None) -> str:
    """Write a day or a moment as programs read it; nothing where there is none."""
    return value.isoformat() if value else ""


@register.simple_tag
@cache
def icon(name: str, css: str = "") -> SafeString:
    """Draw a symbol of static/icons.svg; decoration only, the words stand beside it."""
    return format_html(
        '<svg class="x-icon{}" aria-hidden="true" focusable="false"><use href="{}#{}"></use></svg>',
        f" {css}" if css else "",
        static("icons.svg"),
        name,
    )


@register.simple_tag
def state(label: str, tone: str = "", icon_name: str = "") -> SafeString:
    """Draw a badge: tone new|moving|decided|closed|stopped|wrong, never a clock colour."""
    sign = icon(icon_name) if icon_name else ""
    return format_html('<span class="x-state x-state-{}">{}{}</span>', tone or "moving", sign, label)


@register.simple_tag
def clock_icon(tone: str) -> SafeString:
    """Draw the sign of a tone: grey|green|yellow|orange|red."""
    return icon(CLOCK_SIGNS.get(tone, NO_CLOCK))


@register.simple_tag
def clock_chip(tone: str, words: str, name: str = "", due_on: date | None = None) -> SafeString:
    """Draw the clock in a table row; name and date are what the pointer is told."""
    told = " ".join(filter(None, (name, day_words(due_on or None))))
    title = format_html(' title="{}"', told) if told else ""
    return format_html('<span class="x-chip x-tone-{}"{}>{}{}</span>', tone or "grey", title, clock_icon(tone), words)


@register.simple_tag
def same_for_all(name: str) -> SafeString:
    """Draw a template that expects nothing, once a process: it is the same on every page."""
    return _drawn(name) if not settings.DEBUG else SafeString(render_to_string(name))


@cache
def _drawn(name: str) -> SafeString:
    return SafeString(render_to_string(name))
