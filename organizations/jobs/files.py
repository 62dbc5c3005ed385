"""The file of a job as both doors send it."""

from django.http import FileResponse

from kit.web import download
from law.errors import Refused
from organizations.jobs.asking import fetch_file
from organizations.models import Staff


def file_answer(staff: Staff, job_id: int) -> FileResponse:
    """Return the file of a person's job to be saved; page and API send the same. Raises Refused: see `fetch_file`."""
    found = fetch_file(staff, job_id)
    gone = Refused("file_gone", "文件已经不在了。需要的话请重新生成。")
    answer = download(found.file, found.file_name, lost=gone)
    answer["Cache-Control"] = "private, no-store"
    return answer
