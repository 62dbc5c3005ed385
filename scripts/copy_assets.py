"""Copy the front-end files the product uses from node_modules into var/vendor, without source maps.

The whole packages are some hundred megabytes and their style sheets name maps that are not served, on which
`collectstatic` fails; so the list below is the whole truth of what a browser can ask for.
"""

import re
import shutil
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENDOR = ROOT / "var" / "vendor"
TEST_ASSETS = ROOT / "var" / "test_assets"

SERVED = {
    "@tabler/core/dist/css/tabler.min.css": "tabler/tabler.min.css",
    "@tabler/core/dist/js/tabler.min.js": "tabler/tabler.min.js",
    "@alpinejs/csp/dist/cdn.min.js": "alpine/alpine-csp.min.js",
    "echarts/dist/echarts.common.min.js": "echarts/echarts.common.min.js",
    "tom-select/dist/css/tom-select.bootstrap5.min.css": "tom-select/tom-select.min.css",
    "tom-select/dist/js/tom-select.complete.min.js": "tom-select/tom-select.min.js",
    "flatpickr/dist/flatpickr.min.css": "flatpickr/flatpickr.min.css",
    "flatpickr/dist/flatpickr.min.js": "flatpickr/flatpickr.min.js",
    "flatpickr/dist/l10n/zh.js": "flatpickr/zh.js",
}
FOR_TESTS = {"axe-core/axe.min.js": "axe.min.js"}


def without_maps(text: str) -> str:
    """Return the text without the comments that point to a source map."""
    return re.sub(r"(?:/\*# sourceMappingURL=[^*]*\*/|//# sourceMappingURL=\S*)\s*", "", text)


def copy(source: Path, target: Path) -> None:
    """Copy one text file, creating its folder."""
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(without_maps(source.read_text(encoding="utf-8")), encoding="utf-8")


def main(modules: Path) -> int:
    """Refill var/vendor (and var/test_assets where the development packages are there); return an exit code."""
    missing = [name for name in SERVED if not (modules / name).is_file()]
    if missing:
        sys.stderr.write("missing after npm ci: " + ", ".join(missing) + "\n")
        return 1
    shutil.rmtree(VENDOR, ignore_errors=True)
    for name, target in SERVED.items():
        copy(modules / name, VENDOR / target)
    for name, target in FOR_TESTS.items():
        if (modules / name).is_file():
            copy(modules / name, TEST_ASSETS / target)
    return 0


if __name__ == "__main__":
    raise SystemExit(main(ROOT / "node_modules"))
