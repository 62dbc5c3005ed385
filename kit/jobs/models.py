"""A job 任务: what somebody asked for, how far it is, and the file that came of it."""

from django.conf import settings
from django.db import models

from kit.word_field import WordField
from law.words import Word


class JobState(Word):
    """Where a job is."""

    DRAFT = "draft", "待确认"
    WAITING = "waiting", "排队中"
    RUNNING = "running", "进行中"
    DONE = "done", "已完成"
    FAILED = "failed", "没有完成"
    CANCELLED = "cancelled", "已取消"


OPEN = (JobState.WAITING, JobState.RUNNING)


class Job(models.Model):
    """One piece of long work; a draft only keeps an upload until its owner says what is to be done with it.

    ``arguments`` are codes, keys and dates: no name, no word that somebody typed.
    ``claimed_at`` is the heartbeat of the worker that holds it, ``attempts`` which worker that is. ``holds``: what its
    file shows, so that reach can be asked again when the file is fetched. After ``expires_on`` its files are deleted.
    """

    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField("种类", max_length=40)
    arguments = models.JSONField(default=dict)
    state = WordField("状态", max_length=10, choices=JobState.choices(), default=JobState.WAITING)
    done = models.PositiveIntegerField("已处理", default=0)
    total = models.PositiveIntegerField("合计", null=True)
    counts = models.JSONField("计数", default=dict)
    holds = models.JSONField(default=dict)
    attempts = models.PositiveSmallIntegerField(default=0)
    claimed_at = models.DateTimeField(null=True)
    cancel_asked = models.BooleanField(default=False)
    upload = models.FileField(upload_to="jobs/%Y/%m/", default="", blank=True)
    upload_name = models.CharField(max_length=120, default="")
    file = models.FileField(upload_to="jobs/%Y/%m/", default="", blank=True)
    file_name = models.CharField("文件名", max_length=120, default="")
    expires_on = models.DateField("保留至", null=True)
    error = models.CharField("原因", max_length=500, default="")
    made_at = models.DateTimeField(auto_now_add=True)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        verbose_name = "任务"
        ordering = ["-id"]
        indexes = [
            models.Index(fields=["owner", "-id"], name="job_owner"),
            models.Index(fields=["state", "id"], condition=models.Q(state__in=OPEN), name="job_open"),
            models.Index(fields=["expires_on"], condition=models.Q(expires_on__isnull=False), name="job_expires"),
        ]

    @property
    def open(self) -> bool:
        """Tell whether it waits or runs."""
        return self.state in OPEN
