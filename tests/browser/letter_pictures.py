"""Letters of a walk as small grey pictures for docs/verification/letters/, their words checked on the way."""

import re
import struct
import subprocess
import zlib
from collections.abc import Iterable
from pathlib import Path

from law.vocabulary import Letter
from tests.browser.procedure_walk import READER, Paper, Walk

FOLDER = Path(__file__).resolve().parent.parent.parent / "docs" / "verification" / "letters"
LARGEST = 60 * 1024
SHADES = 16
# Sentences that a letter of this kind must hold, and those it must not.
SAYS: dict[Letter, str] = {
    Letter.HANDLING_OPINION: r"自收到本意见书之日起30日内，可以向澄湖区人民政府请求复查。",
    Letter.REEXAM_OPINION: r"自收到本意见书之日起30日内，可以向澄州市人民政府请求复核。",
    Letter.REVIEW_OPINION: r"本意见为最终复核意见。",
    Letter.NO_LONGER_ACCEPTED_NOTICE: r"澄州政信核〔2027〕7号",
    Letter.ACCEPTANCE_NOTICE: r"60日内办结",
    Letter.EXTENSION_NOTICE: r"办理期限延长20日",
}
NEVER = re.compile("行政复议|提起诉讼|None|False|\\{|\\}")


def chosen(walks: Iterable[Walk]) -> list[tuple[Walk, Paper]]:
    """One letter of each kind: the newest of the first petition that has one."""
    found: dict[Letter, tuple[Walk, Paper]] = {}
    for walk in walks:
        found = {paper.kind: (walk, paper) for paper in walk.papers} | found
    return [found[kind] for kind in Letter if kind in found]


def take_pictures(walks: list[Walk], folder: Path) -> dict[str, Paper]:
    """Fetch each letter as PDF, check its words, keep its first page; returns file names with their letters."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    for old in FOLDER.glob("[0-9]*.png"):
        old.unlink()
    taken = {}
    for number, (walk, paper) in enumerate(chosen(walks), 1):
        pdf = folder / "letter.pdf"
        pdf.write_bytes(_fetch(walk, paper))
        check(pdf, paper)
        name = f"{number:02d}-{paper.kind.replace('_', '-')}.png"
        picture = _picture(pdf, folder)
        assert len(picture) <= LARGEST, f"{name} {len(picture)}"
        (FOLDER / name).write_bytes(picture)
        taken[name] = paper
    return taken


def check(pdf: Path, paper: Paper) -> None:
    """Its number, its remedy where there is one, no other."""
    text = subprocess.run(["pdftotext", "-raw", str(pdf), "-"], check=True, capture_output=True, text=True).stdout
    words = re.sub(r"\s", "", text)
    assert paper.number.replace(" ", "") in words, f"{paper.number} is not on {paper.kind}"
    assert SAYS.get(paper.kind, "") in words, f"{paper.kind} {paper.number} does not say {SAYS.get(paper.kind)}"
    found = NEVER.search(words)
    assert paper.kind in (Letter.DIVERSION_NOTICE, Letter.DUTY_REPLY) or not found, (
        f"{paper.kind} {paper.number} says {found}"
    )
    if paper.kind is Letter.REVIEW_OPINION:
        assert "请求复核。" not in words


def _fetch(walk: Walk, paper: Paper) -> bytes:
    seat = walk.office.seat(READER)
    walk.call(READER, "POST", f"/api/v1/cases/{paper.case}/unmask/", {"reason": "核对文书版式"})
    answer = seat.page.request.get(f"{seat.url}/api/v1/cases/{paper.case}/letters/{paper.key}.pdf")
    assert answer.ok, f"{paper.number}: {answer.status} {answer.text()}"
    return answer.body()


def _picture(pdf: Path, folder: Path) -> bytes:
    """Return the first page as a PNG of eight bits of grey in few shades, so that it stays small."""
    command = ["pdftoppm", "-r", "80", "-f", "1", "-l", "1", "-gray", "-singlefile", str(pdf), str(folder / "page")]
    subprocess.run(command, check=True)
    raw = (folder / "page.pgm").read_bytes()
    found = re.match(rb"P5\s+(\d+)\s+(\d+)\s+255\s", raw)
    assert found
    width, height = int(found[1]), int(found[2])
    step = 256 // SHADES
    shades = bytes(min(255, round(value / step) * step) for value in range(256))
    pixels = raw[found.end() :].translate(shades)
    rows = b"".join(b"\0" + pixels[at : at + width] for at in range(0, width * height, width))
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    parts = ((b"IHDR", head), (b"IDAT", zlib.compress(rows, 9)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(name, data) for name, data in parts)


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
