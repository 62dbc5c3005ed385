"""The insight room: repeats and categories, suggested from texts."""

from django.apps import AppConfig


class InsightConfig(AppConfig):
    """What a petition resembles, and what it is about; it decides nothing."""

    name = "insight"
    verbose_name = "智能提示"
