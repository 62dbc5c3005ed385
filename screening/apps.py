"""The screening room: disputes, never people."""

from django.apps import AppConfig


class ScreeningConfig(AppConfig):
    """Rounds of reporting, reports and zero reports, the ledger of disputes, the grid of a town."""

    name = "screening"
    verbose_name = "矛盾纠纷排查"
