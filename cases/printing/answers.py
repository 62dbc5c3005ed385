"""Files as both doors send them: letters, a day's letters, forms, scans, attachments; the same reach as the pages."""

import zipfile
from io import BytesIO
from typing import Any

from django.http import FileResponse, HttpResponse

from cases.actions.unmasking import names_on_paper
from cases.lists.day_letters import Day, scans_of
from cases.models import Attachment, Document
from cases.printing.names_in_files import DayWays, assert_image_open, day_on_paper, way_to_form
from cases.printing.paper_forms import PaperForm, Printable, form_pdf
from cases.reading.case_file import CaseFile
from cases.reading.read import read_case
from cases.record.verbs import FILE_SAVED
from cases.sight.out_of_reach import not_found
from kit.files import clean_name
from kit.verbs import Fact, Verb
from kit.web import download, file_answer
from law.errors import Refused
from organizations.journal.noting import note
from organizations.journal.verbs import SCANS_SAVED
from organizations.models import Staff
from organizations.papers.files import PDF, pdf_answer
from organizations.today import today

ZIP = "application/zip"
# Not with the other verbs of the room (cases/record/verbs.py): the words of its forms stand on this floor.
FORM_PRINTED = Verb("form.file", "打印表单", {"form": Fact("表单", str, PaperForm)})


def day_pdf_answer(day: Day, ways: DayWays, staff: Staff) -> HttpResponse:
    """Return the letters of a day as one PDF. Raises Refused: reason_needed, glyph_missing."""
    papers = [letter for letter, _ in day_on_paper(ways, staff, today())]
    return pdf_answer(papers, f"{day.on.isoformat()}文书", staff)


def form_answer(file: CaseFile, staff: Staff, form: Printable) -> HttpResponse:
    """Return a form as a PDF to look at and print. Raises Refused: reason_needed, glyph_missing."""
    names = names_on_paper(way_to_form(file, staff, form, today()), file.case, by=staff, on=today())
    name, content = form_pdf(file, form, today(), names=names)
    note(FORM_PRINTED, by=staff, about=file.case, form=str(form.form.value))
    return file_answer(content, PDF, f"{name}.pdf", saved=False)


def scan_answer(file: CaseFile, staff: Staff, document: Document, scan_id: int) -> HttpResponse:
    """Return one scan of a letter to save. Raises Refused: not_found, reason_needed, not_permitted."""
    found = next((each for each in document.scans.all() if each.pk == scan_id), None)
    if found is None:
        raise not_found()
    assert_image_open(file, staff, document, today())
    note(SCANS_SAVED, by=staff, about=found, scans=1)
    return file_answer(_content(found), found.content_type, found.name, saved=True)


def scans_answer(day: Day, ways: DayWays, staff: Staff) -> HttpResponse:
    """Return every scan of a day's letters, named by the letter's number; a line says of which letters none may be had.

    Raises Refused: reason_needed, not_permitted.
    """
    papers = day_on_paper(ways, staff, today())
    kept_back = "、".join(letter.number for letter, shown in papers if not shown)
    rows = list(
        scans_of(day, staff)
        .filter(document__in=[letter.pk for letter, shown in papers if shown])
        .select_related("document")
        .order_by("id")
    )
    if not rows:
        raise Refused("not_permitted", "这一天的扫描件上都有信访人的姓名，您的角色不能查看。")
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for place, scan in enumerate(rows, 1):
            archive.writestr(f"{place:03}-{clean_name(scan.document.number, '')}-{scan.name}", _content(scan))
        if kept_back:
            archive.writestr("没有收入的扫描件.txt", f"有信访人的姓名，您的角色不能查看：{kept_back}。")
    note(SCANS_SAVED, by=staff, scans=len(rows))
    return file_answer(out.getvalue(), ZIP, f"{day.on.isoformat()}盖章扫描件.zip", saved=True)


def attachment_answer(staff: Staff, attachment_id: int) -> FileResponse:
    """Return one file of a case that this person may read. Raises Refused not_found."""
    files = Attachment.objects.readable_by(staff).filter(pk=attachment_id)
    case_id = files.values_list("case_id", flat=True).first()
    if case_id is None:
        raise not_found()
    found = next(
        (each for each in read_case(case_id, by=staff, on=today()).attachments if each.pk == attachment_id), None
    )
    if found is None:
        raise not_found()
    answer = download(found.file, found.name, found.content_type, lost=not_found())
    note(FILE_SAVED, by=staff, about=found)
    return answer


def _content(scan: Any) -> bytes:
    try:
        with scan.file.open("rb") as file:
            return bytes(file.read())
    except FileNotFoundError as lost:
        raise not_found() from lost
