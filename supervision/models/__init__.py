"""The records of the supervision room."""

from supervision.models.warnings import Alert, AlertRun, AlertSilence, AlertWatch, Turn

__all__ = ["Alert", "AlertRun", "AlertSilence", "AlertWatch", "Turn"]
