"""How far the worker has come with the demonstration's cases: kept in the cache, free of SQL on every page."""

from django.conf import settings
from django.core.cache import cache
from django.http import HttpRequest
from redis import RedisError

from cases.models import Case
from demo.fates import WANTED
from demo.plans import SOURCE

_KEY = "demo-progress"
# A worker that died must not leave its banner for ever; the next start asks again.
_SECONDS = 30 * 60


def demo_progress() -> tuple[int, int] | None:
    """Return (made, wanted) while the cases are being made, else None; one look into the cache."""
    try:
        made: int | None = cache.get(_KEY)
    except (RedisError, OSError):
        return None
    return None if made is None else (made, WANTED)


def note_progress(*, finished: bool = False) -> None:
    """Count the cases that are there and keep the number for the banner, or take the banner away."""
    try:
        if finished:
            cache.delete(_KEY)
        else:
            cache.set(_KEY, Case.objects.filter(source=SOURCE).count(), _SECONDS)
    except (RedisError, OSError):
        return


def context(request: HttpRequest) -> dict[str, dict[str, str | int]]:
    """Give every page the banner ``demo_progress`` while the cases are being made, and nothing otherwise."""
    progress = None if settings.PRODUCTION else demo_progress()
    if progress is None:
        return {}
    made, wanted = progress
    return {"demo_progress": {"text": "演示信访件正在生成", "icon": "hourglass", "value": made, "max": wanted}}
