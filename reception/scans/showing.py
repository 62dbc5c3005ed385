"""What the viewer shows: the pages of some files, numbered, with what cannot be shown said."""

import base64
from collections.abc import Iterable
from typing import Any

from law.errors import Refused
from reception.scans.rendering import SHOWN, pages_of

MOST_PAGES = 12


def viewer(files: Iterable[tuple[str, str, bytes]]) -> dict[str, Any]:
    """Return {pages [{image, label}], remarks [str]} of files (name, suffix, content), as reception/_pages.html draws it."""
    pages: list[dict[str, str]] = []
    remarks: list[str] = []
    for name, suffix, content in files:
        if suffix not in SHOWN:
            remarks.append(f"“{name}”不是图片，也不是PDF，不在这里显示。")
            continue
        try:
            found = pages_of(content, suffix, most=MOST_PAGES - len(pages))
        except Refused as refused:
            remarks.append(f"“{name}”：{refused.message}")
            continue
        pages += [
            {"image": f"data:image/jpeg;base64,{base64.b64encode(image).decode()}", "label": f"{name} 第{number}页"}
            for number, image in enumerate(found.images, 1)
        ]
        if len(found.images) < found.total:
            remarks.append(f"“{name}”共{found.total}页，这里显示前{len(found.images)}页。")
    return {"pages": pages, "remarks": remarks}
