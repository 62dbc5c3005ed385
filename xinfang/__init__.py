"""The roof: settings, addresses, background work and the services that `./run` starts."""

from xinfang.celery import app as celery_app

__all__ = ["celery_app"]
