"""A field of several files; what they are is decided by their content."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from cases.attachments import ACCEPTED, CheckedFile, check_files
from law.errors import Refused


class FilesInput(forms.FileInput):
    """One input for several files."""

    allow_multiple_selected = True


class FilesField(forms.FileField):
    """Any number of files, each checked by content; cleaned to a list of CheckedFile."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(required=False, widget=FilesInput(attrs={"accept": ACCEPTED}), **kwargs)

    def clean(self, data: Any, initial: Any = None) -> list[CheckedFile]:
        """Check every file. Raises ValidationError with the words of the refusal."""
        try:
            return check_files([each for each in data or [] if each])
        except Refused as refused:
            raise ValidationError(refused.message, code=refused.code) from refused
