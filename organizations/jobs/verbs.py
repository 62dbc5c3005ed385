"""What the journal tells of long work: that it was asked for, how it ended, who took its file."""

from kit.jobs.models import JobState
from kit.rooms import job_kinds
from kit.verbs import Fact, Verb


def _kinds() -> dict[str, str]:
    return {code: kind.label for code, kind in job_kinds().items()}


_KIND = Fact("种类", str, named=_kinds)

JOB_STARTED = Verb("job.started", "交后台办理", {"kind": _KIND})
JOB_ENDED = Verb(
    "job.ended", "后台任务结束", {"kind": _KIND, "state": Fact("结果", str, JobState), "rows": Fact("行数")}
)
JOB_CANCELLED = Verb("job.cancelled", "取消后台任务", {"kind": _KIND})
JOB_FILE_TAKEN = Verb("job.file", "下载任务文件", {"kind": _KIND, "rows": Fact("行数")})
JOB_FILES_CLEARED = Verb("job.cleared", "清除到期的任务文件", {"number": Fact("个数")})

VERBS = (JOB_STARTED, JOB_ENDED, JOB_CANCELLED, JOB_FILE_TAKEN, JOB_FILES_CLEARED)
