"""Walks the whole procedure on a running demonstration: writes docs/verification/whole-procedure.md and letters/*.png.

./run --data DIR            (a fresh demonstration: its date moves on by about eight months, never back)
.venv/bin/python -m tests.browser.whole_procedure DIR
"""

import json
import sys
import tempfile
from pathlib import Path

from tests.browser import chromium
from tests.browser.letter_pictures import take_pictures
from tests.browser.office import Office
from tests.browser.procedure_exits import walk_exits
from tests.browser.procedure_legs import accepted, dispatched, housing_answers, labour_answers, town_answers
from tests.browser.procedure_page import write
from tests.browser.procedure_remedies import ended, remanded, reviewed
from tests.browser.procedure_walk import Walk
from tests.browser.record import crew_of, verified, wait_for_demonstration


def walk_legs(office: Office) -> Walk:
    """The petition with three legs, from the window to the archive."""
    walk = Walk(office, "三个环节，从登记到归档")
    for part in (dispatched, accepted, town_answers, labour_answers, housing_answers, remanded, reviewed, ended):
        part(walk)
    return walk


def main(data: Path) -> None:
    """Walk everything, look at the letters, write the page."""
    _, password, _ = crew_of((data / "demo_accounts.txt").read_text(encoding="utf-8"))
    url = f"http://127.0.0.1:{json.loads((data / 'state.json').read_text(encoding='utf-8'))['web_port']}"
    with (
        tempfile.TemporaryDirectory() as folder,
        chromium(Path(folder)) as browser,
        Office(browser, url, password) as office,
    ):
        wait_for_demonstration(office.seat("chuangkou"))
        walks = [walk_legs(office), *walk_exits(office)]
        pictures = take_pictures(walks, Path(folder))
        office.assert_quiet(but="4")
    write(walks, pictures, verified(data))


if __name__ == "__main__":
    main(Path(sys.argv[1]).absolute())
