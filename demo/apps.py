"""The demonstration as a Django app on the roof floor: nothing imports it, and it owns no tables."""

from django.apps import AppConfig


class DemoConfig(AppConfig):
    """Registers the demonstration's command and task."""

    name = "demo"
    verbose_name = "演示数据"
