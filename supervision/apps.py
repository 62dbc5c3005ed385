"""The supervision room: warnings, ownership by leaders, orders, promises, meetings."""

from django.apps import AppConfig


class SupervisionConfig(AppConfig):
    """Who has to be told, who owns a case, what was ordered and what came of it."""

    name = "supervision"
    verbose_name = "督查督办"
