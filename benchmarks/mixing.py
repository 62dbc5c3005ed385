"""Mixed pages against one web process for some minutes: does its memory stand still?"""

import random
import threading
import time

from benchmarks.pages import Facts, Page, pages_of, programs_pages
from benchmarks.reading import NotOpen, opened
from benchmarks.stack import Started
from benchmarks.visitors import Visitor

CLIENTS = 2


def mixed(running: Started, visitors: dict[str, Visitor], facts: Facts, *, minutes: float) -> list[str]:
    """Open pages of all readers in a random order until the minutes are over; a line for each tenth of the time."""
    offered = [
        (visitor, page)
        for who, visitor in visitors.items()
        for page in (programs_pages if who == "program" else pages_of)(visitor, facts, running)
    ]
    begun, done = time.monotonic(), [0] * CLIENTS
    ends = begun + minutes * 60

    def wander(number: int) -> None:
        chance = random.Random(number)  # noqa: S311 (an order of pages, no secret)
        while time.monotonic() < ends:
            visitor, page = chance.choice(offered)
            if _opens(visitor, page):
                done[number] += 1

    threads = [threading.Thread(target=wander, args=(number,)) for number in range(CLIENTS)]
    for thread in threads:
        thread.start()
    lines = [
        f"{facts.cases:,} cases, {len(offered)} different pages, {CLIENTS} clients, one web process of four threads"
    ]
    for tenth in range(11):
        time.sleep(max(begun + tenth * minutes * 6 - time.monotonic(), 0))
        lines.append(f"after {tenth * minutes / 10:.1f} min and {sum(done)} pages: {running.memory()[0]} MB")
    for thread in threads:
        thread.join()
    return lines


def _opens(visitor: Visitor, page: Page) -> bool:
    try:
        opened(visitor, page)
    except NotOpen:
        return False
    return True
