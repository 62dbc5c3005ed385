"""How doors for programs say that they give a file; the view makes the answer itself."""

from typing import Any

from rest_framework.renderers import BaseRenderer

from kit.paper.word import CONTENT_TYPE


class PdfRenderer(BaseRenderer):
    """Only says that this door gives PDF; the view makes the answer itself."""

    media_type = "application/pdf"
    format = "pdf"

    def render(self, data: Any, *_: Any, **__: Any) -> Any:
        """Pass on what the view made."""
        return data


class WordRenderer(PdfRenderer):
    """Only says that this door gives Word."""

    media_type = CONTENT_TYPE
    format = "docx"


class AnyRenderer(PdfRenderer):
    """Only says that this door gives a file as it was stored, whatever kinds of file the caller asks for."""

    media_type = "*/*"
    format = "bin"
