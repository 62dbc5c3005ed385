"""QR codes, drawn without any image library."""

from io import BytesIO

import segno


def qr_svg(text: str, *, mask: int | None = None, sized: bool = True) -> str:
    """Return a QR code as SVG; "" for nothing to say.

    ``mask``: one of the eight patterns laid over it, every one of which is read; looking for the best takes most of the time.
    ``sized`` False: as large as the page wants it.
    """
    if not text:
        return ""
    out = BytesIO()
    segno.make(text, error="m", micro=False, mask=mask).save(
        out, kind="svg", border=0, xmldecl=False, svgns=True, omitsize=not sized
    )
    return out.getvalue().decode()


def qr_png(text: str) -> bytes:
    """Return a QR code as PNG, for Word."""
    out = BytesIO()
    segno.make(text, error="m", micro=False).save(out, kind="png", border=1, scale=6)
    return out.getvalue()
