"""The file of a job as both doors send it."""

from django.core.files.storage import default_storage
from django.http import FileResponse

from law.errors import Refused
from organizations.jobs.asking import fetch_file
from organizations.models import Staff


def file_answer(staff: Staff, job_id: int) -> FileResponse:
    """Return the file of a person's job to be saved; page and API send the same. Raises Refused: see `fetch_file`."""
    found = fetch_file(staff, job_id)
    try:
        content = default_storage.open(str(found.file.name))
    except OSError as gone:
        raise Refused("file_gone", "文件已经不在了。需要的话请重新生成。") from gone
    answer = FileResponse(content, as_attachment=True, filename=found.file_name)
    answer["X-Content-Type-Options"] = "nosniff"
    answer["Cache-Control"] = "private, no-store"
    return answer
