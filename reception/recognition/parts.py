"""What recognition adds to the room."""

from reception.recognition.work import RECOGNITION

__all__ = ["JOBS"]

JOBS = (RECOGNITION,)
