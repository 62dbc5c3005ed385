"""The records of the supervision room."""

from supervision.models.warnings import Alert, AlertRun, AlertWatch, Turn

__all__ = ["Alert", "AlertRun", "AlertWatch", "Turn"]
