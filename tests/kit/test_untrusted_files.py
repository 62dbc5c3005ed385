"""Files from outside: an office file that unfolds to a disk full is none, a virus scanner is asked by its own protocol."""

import socket
import threading
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from kit import files
from kit.clamd import ScannerAway, is_clean
from law.errors import Refused


def office_file(words: bytes) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", b"<Types/>")
        archive.writestr("word/document.xml", words)
    return out.getvalue()


def test_a_file_that_unfolds_to_more_than_may_be_is_no_file(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(files, "_MOST_UNFOLDED", 10_000)
    assert files.check_files([SimpleUploadedFile("a.docx", office_file(b"x"))])[0].suffix == ".docx"
    bomb = office_file(b"0" * 20_000)
    assert len(bomb) < 1000
    with pytest.raises(Refused) as refused:
        files.check_files([SimpleUploadedFile("a.docx", bomb)])
    assert refused.value.code == "file_kind"


@contextmanager
def scanner(answer: bytes, got: list[bytes]) -> Iterator[str]:
    """A scanner that takes one file and says this."""
    server = socket.create_server(("127.0.0.1", 0))

    def serve() -> None:
        line, _ = server.accept()
        with line:
            said = b""
            while not said.endswith(b"\0\0\0\0"):
                said += line.recv(65536)
            got.append(said)
            line.sendall(answer)

    thread = threading.Thread(target=serve)
    thread.start()
    yield f"127.0.0.1:{server.getsockname()[1]}"
    thread.join()
    server.close()


@pytest.mark.parametrize(("answer", "clean"), [(b"stream: OK\0", True), (b"stream: Eicar FOUND\0", False)])
def test_the_scanner_is_sent_the_file_and_believed(answer: bytes, clean: bool):
    got: list[bytes] = []
    with scanner(answer, got) as address:
        assert is_clean(b"abc", address) is clean
    assert got == [b"zINSTREAM\0" + b"\0\0\0\x03abc" + b"\0\0\0\0"]


def test_a_scanner_that_is_away_or_talks_nonsense_is_no_yes():
    with scanner(b"hello\0", []) as address, pytest.raises(ScannerAway):
        is_clean(b"abc", address)
    for nowhere in ("127.0.0.1:1", "nothing"):
        with pytest.raises(ScannerAway):
            is_clean(b"abc", nowhere)
