"""Forms of files that come after the registration."""

from django import forms

from cases.forms.base import ActForm, line
from cases.forms.upload import FilesField
from cases.openings.letters import attachable
from kit.files import ACCEPTED
from organizations.papers.scans import SCANNED


class AttachScanForm(ActForm):
    """附上盖章扫描件."""

    document = forms.TypedChoiceField(label="文书", coerce=int)
    uploads = FilesField(
        label="扫描件",
        required=True,
        accept=",".join((*SCANNED, ".jpeg")),
        help_text="PDF、JPG 或者 PNG，每个不超过20MB，一次最多10个。",
    )
    hint = "纸质文书签名盖章以后扫描附上；文书原文不变，附上的扫描件不能删除，摘要记入办理链。"

    def prepare(self) -> None:
        """Offer the letters of this leg that this person's unit issued, the newest first."""
        rows = list(self.leg.documents.all()) if self.leg else []
        # What is sent is judged by the act, in its own words.
        if self.leg and not self.is_bound:
            rows = [letter for letter in rows if attachable(self.by, letter, self.leg)]
        choices = [(d.pk, f"{d.get_kind_display()} {d.number}") for d in reversed(rows)]
        self.fields["document"].choices = choices  # type: ignore[attr-defined]


class AddFileForm(ActForm):
    """补充附件."""

    title = line("名称", most=60, help_text="这是什么，例如“承包合同复印件”。")
    uploads = FilesField(
        label="文件", required=True, accept=ACCEPTED, help_text="扫描件、照片、文档，每个不超过20MB，一次最多10个。"
    )
    hint = "附上以后不能删除，摘要记入办理链；不影响任何期限。"
