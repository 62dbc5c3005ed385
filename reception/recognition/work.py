"""识别来信文字 as long work of the worker: the scans of an envelope are read, what came of it is kept as a suggestion."""

from collections.abc import Mapping
from pathlib import Path, PurePath
from typing import Any

from kit.jobs.kinds import JobKind, Progress
from kit.jobs.models import Job
from law.errors import Refused
from organizations.jobs.asking import start_job
from organizations.models import Staff
from organizations.record_files import files_of
from organizations.recording import recording
from reception.envelopes.moves import RECOGNISE
from reception.envelopes.reading import envelope_of
from reception.models import Envelope
from reception.scans.recognising import installed, reader, text_of
from reception.scans.rendering import SHOWN, pages_of

CODE = "reception.recognise"
MOST_PAGES = 30


def ask_recognition(envelope: Envelope, *, by: Staff) -> Job:
    """Ask the worker to read the scans of an envelope. Raises Refused: not_built, not_found, nothing_scanned, as `start_job`."""
    return start_job(CODE, by=by, arguments={"envelope": envelope.pk})


def recognise(job: Job, progress: Progress, _folder: Path) -> None:
    """Read the scans page by page, and keep the text with the envelope; the scans stay as they are."""
    envelope = envelope_of(job.owner, int(job.arguments["envelope"]))
    images = _images(envelope)
    texts: list[str] = []
    for number, image in enumerate(images, 1):
        texts.append(text_of([image], reader()))
        progress(number, len(images))
    with recording(RECOGNISE, envelope, by=job.owner) as made:
        made.record.recognised = "\n\n".join(texts).strip()
        made.facts = {"pages": len(images)}


def _images(envelope: Envelope) -> list[bytes]:
    images: list[bytes] = []
    for file in files_of(envelope):
        suffix = PurePath(file.name).suffix
        if suffix in SHOWN:
            with file.file.open("rb") as opened:
                images += pages_of(opened.read(), suffix, most=MOST_PAGES - len(images)).images
    return images


def _refusal(staff: Staff, arguments: Mapping[str, Any]) -> Refused | None:
    if not installed():
        return Refused("not_built", "本系统没有安装文字识别，请按扫描件录入。")
    try:
        envelope = envelope_of(staff, int(arguments["envelope"]))
    except Refused as refused:
        return refused
    return None if files_of(envelope) else Refused("nothing_scanned", "这个信封还没有扫描件，先附上扫描件再识别。")


def _title(_arguments: Mapping[str, Any]) -> str:
    return "识别来信文字"


RECOGNITION = JobKind(code=CODE, label="识别来信文字", run=recognise, refusal=_refusal, title=_title)
