"""The cases floor: the case and everything that happens to it."""

from django.apps import AppConfig


class CasesConfig(AppConfig):
    """Cases, legs, clocks, events, letters and the acts on them."""

    name = "cases"
    verbose_name = "信访件"
