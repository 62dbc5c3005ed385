"""The roof as a Django app: it owns management commands and system checks, no tables."""

from django.apps import AppConfig

from xinfang.uploads import allow_long_names


class XinfangConfig(AppConfig):
    """Registers the roof so that its management commands are found."""

    name = "xinfang"
    verbose_name = "信访业务系统"

    def ready(self) -> None:
        """Prepare the reading of forms."""
        allow_long_names()
