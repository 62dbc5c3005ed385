"""The engine that reads pictures: its models come in its package, nothing leaves the machine. None where it is not installed."""

from collections.abc import Callable, Iterable
from functools import cache
from importlib.util import find_spec
from typing import Any

from django.utils.module_loading import import_string

# What reads one picture: bytes in, lines of text out.
Reader = Callable[[bytes], Iterable[str]]
_PACKAGES = ("rapidocr", "onnxruntime")


def installed() -> bool:
    """Tell whether the extra is installed (requirements-ocr.lock)."""
    return all(find_spec(name) is not None for name in _PACKAGES)


@cache
def reader() -> Reader:
    """Return the engine, loaded once a process: some hundred megabytes, so only workers ask for it."""
    engine: Any = import_string("rapidocr.RapidOCR")()

    def read(image: bytes) -> Iterable[str]:
        return engine(image).txts or ()

    return read


def text_of(images: Iterable[bytes], read: Reader) -> str:
    """Return the text of pages, a blank line between two."""
    return "\n\n".join("\n".join(line.strip() for line in read(image)) for image in images).strip()
