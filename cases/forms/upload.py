"""A field of several files; what they are is decided by their content."""

import base64
import binascii
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import QueryDict

from kit.files import ACCEPTED, CheckedFile, check_files, clean_name
from law.errors import Refused

# What is longer than a disk takes is shortened (`clean_name`), not refused.
MOST_NAMED = 1000


class FilesInput(forms.FileInput):
    """One input for several files; a program sends a list of {name, content in base64}."""

    allow_multiple_selected = True

    def value_from_datadict(self, data: Any, files: Any, name: str) -> Any:
        """Return the uploads of a page, or those that a program wrote into its JSON."""
        if isinstance(data, QueryDict) or not isinstance(data, dict):
            return super().value_from_datadict(data, files, name)
        return [
            SimpleUploadedFile(clean_name(row["name"], ""), decoded(row["content"]) or b"")
            for row in data.get(name) or []
        ]


class FilesField(forms.FileField):
    """Any number of files, each checked by content; cleaned to a list of CheckedFile."""

    def __init__(self, *, required: bool = False, accept: str = ACCEPTED, **kwargs: Any) -> None:
        super().__init__(required=required, widget=FilesInput(attrs={"accept": accept}), **kwargs)

    def clean(self, data: Any, initial: Any = None) -> list[CheckedFile]:
        """Check every file. Raises ValidationError with the words of the refusal."""
        uploads = [each for each in data or [] if each]
        if self.required and not uploads:
            raise ValidationError(self.error_messages["required"], code="required")
        try:
            return check_files(uploads)
        except Refused as refused:
            raise ValidationError(refused.message, code=refused.code) from refused


def decoded(content: str) -> bytes | None:
    """Return the bytes of a text in base64, None where it is none."""
    try:
        return base64.b64decode(content, validate=True)
    except (binascii.Error, ValueError):
        return None


def fault_of_files(value: Any) -> str:
    """Say what is wrong with the files of a program, "" for nothing."""
    if not isinstance(value, list) or not all(isinstance(row, dict) for row in value):
        return "应为若干文件，每个是一个 JSON 对象。"
    for number, row in enumerate(value, 1):
        if set(row) != {"name", "content"} or not all(isinstance(each, str) for each in row.values()):
            return f"第{number}个文件应写明 name（文件名）和 content（内容，base64）。"
        if not 0 < len(row["name"].strip()) <= MOST_NAMED or decoded(row["content"]) is None:
            return f"第{number}个文件的文件名或者内容不对：文件名不超过{MOST_NAMED}字，内容用 base64 编码。"
    return ""
