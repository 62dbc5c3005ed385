"""The app that keeps the rows of long work."""

from django.apps import AppConfig


class JobsConfig(AppConfig):
    """Jobs and their files."""

    name = "kit.jobs"
    label = "jobs"
    verbose_name = "后台任务"
