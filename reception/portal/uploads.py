"""Files from citizens: what they are is told by content, pictures lose their traces, a scanner looks where there is one."""

import logging
from collections.abc import Sequence
from typing import Any

from django.core.exceptions import ValidationError

from cases.forms.upload import FilesField
from kit.clamd import ScannerAway, is_clean
from kit.files import CheckedFile
from kit.rooms import setting
from kit.settings import Setting
from law.errors import Refused
from reception.portal.pictures import without_traces

CLAMD = Setting(
    "CLAMD",
    "",
    "门户：查杀病毒的服务（clamd）",
    help="写作“主机:端口”，例如 127.0.0.1:3310；空白表示没有。只由部署环境设定，服务不应答时附件不收，正文照常登记。",
    wrong=lambda _value: "只由部署环境设定（XINFANG_CLAMD）。",
)
ACCEPT = "image/*,.pdf,.docx,.xlsx,.txt"
logger = logging.getLogger(__name__)


class CitizenFilesField(FilesField):
    """Files that a citizen sends along; cleaned to a list of CheckedFile without traces."""

    def clean(self, data: Any, initial: Any = None) -> list[CheckedFile]:
        """Check every file, and take out of pictures what the camera wrote. Raises ValidationError."""
        files = super().clean(data, initial)
        try:
            _assert_clean(files)
            return [without_traces(file) for file in files]
        except Refused as refused:
            raise ValidationError(refused.message, code=refused.code) from refused


def _assert_clean(files: Sequence[CheckedFile]) -> None:
    """Raises Refused: file_infected, scanner_away."""
    address = str(setting(CLAMD.key))
    for file in files if address else ():
        file.upload.seek(0)
        try:
            clean = is_clean(file.upload.read(), address)
        except ScannerAway:
            logger.warning("the virus scanner does not answer")
            raise Refused("scanner_away", "附件暂时不能查毒，这次没有收。请先不带附件提交，以后再补充材料。") from None
        if not clean:
            raise Refused("file_infected", f"附件“{file.name}”没有通过查毒，没有收。")
