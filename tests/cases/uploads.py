"""Files as people and programs send them."""

import base64
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile

from kit.files import CheckedFile, check_files

PDF = b"%PDF-1.7\n% a scan\n"
JPEG = b"\xff\xd8\xff\xe0 a photograph"
PNG = b"\x89PNG\r\n\x1a\n a picture"


def upload(name: str, content: bytes) -> SimpleUploadedFile:
    """A file as a browser sends it."""
    return SimpleUploadedFile(name, content)


def json_file(name: str, content: bytes) -> dict[str, Any]:
    """A file as a program writes it into JSON."""
    return {"name": name, "content": base64.b64encode(content).decode()}


def a_scan(words: str = "", name: str = "盖章.pdf") -> CheckedFile:
    """A scan that the upload code has looked at."""
    return check_files([upload(name, PDF + words.encode())])[0]


def a_file(words: str = "合同") -> CheckedFile:
    """A text file that the upload code has looked at."""
    return check_files([upload("合同.txt", words.encode())])[0]
