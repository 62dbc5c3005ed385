"""The organizations floor: who."""

from django.apps import AppConfig
from django.core.checks import Tags, register

from organizations.checks import utf8_characters


class OrganizationsConfig(AppConfig):
    """Units, staff, roles and working days."""

    name = "organizations"
    verbose_name = "机构与人员"

    def ready(self) -> None:
        """Register the check of the database."""
        register(utf8_characters, Tags.database)
