"""The portal under load over HTTP: so many filings a second for a time, a burst of all at once each sent twice, guessed codes.

    python -m benchmarks.portal --data DIR [--rate 20] [--seconds 60] [--burst 200] [--guesses 1000000]

DIR (`./run --data DIR --no-demo manage seed --cases 2000`) is cloned beside itself and thrown away afterwards. Counted at the end
in the database: every form is one case, none is lost, none is there twice.
"""

import argparse
import http.client
import os
import random
import re
import sys
import threading
import time
from collections.abc import Callable, Sequence
from functools import partial
from importlib import import_module
from pathlib import Path
from urllib.parse import urlencode
from uuid import uuid4

import django

from benchmarks.figures import Cost, cost_of, percentile
from benchmarks.measuring import TOLD
from benchmarks.stack import Started, cloned, started

FORM = "application/x-www-form-urlencoded"
_PLACE = "/portal/file/"


class Browser:
    """What a browser without scripts sends: the cookie and the token of the page it has opened."""

    last: Cost

    def __init__(self, port: int) -> None:
        self.port = port
        answer, body = self._ask("GET", _PLACE)
        cookie = answer.getheader("Set-Cookie") or ""
        self.cookie = cookie.split(";")[0]
        self.token = _found(r'name="csrfmiddlewaretoken" value="([^"]+)"', body)
        # Hidden where there is one office, else the first that can be chosen.
        self.desk = _found(r'name="desk" value="(\d+)"|<option value="(\d+)"', body)

    def file(self, key: str) -> tuple[float, int]:
        """File once under a key: (milliseconds, status)."""
        typed = {
            "csrfmiddlewaretoken": self.token,
            "key": key,
            "desk": self.desk,
            "filed_as": "himself",
            "name": "王基准",
            "phone": "",
            "address": "柳湾村12号",
            "kind": "appeal",
            "content": f"基准{key}：村口的路坏了，水渠也堵了，请有关部门来看一看。",
            "agreed": "on",
        }
        begun = time.perf_counter()
        answer, _ = self._ask("POST", _PLACE, urlencode(typed))
        took = (time.perf_counter() - begun) * 1000
        self.last = cost_of(took, answer.getheader(TOLD) or "")
        return took, answer.status

    def _ask(self, method: str, place: str, body: str = "") -> tuple[http.client.HTTPResponse, str]:
        line = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        headers = {"Content-Type": FORM, "Cookie": getattr(self, "cookie", ""), "Accept": "text/html"}
        line.request(method, place, body, headers)
        answer = line.getresponse()
        said = answer.read().decode()
        line.close()
        return answer, said


def alone(browser: Browser) -> None:
    """Print what one filing costs, one after the other."""
    costs = []
    for _ in range(40):
        browser.file(str(uuid4()))
        costs.append(browser.last)
    middle = sorted(costs[10:], key=lambda cost: cost.cpu_ms)[15]
    print(f"one at a time: {middle}")


def steady(browser: Browser, rate: int, seconds: int) -> tuple[list[str], list[tuple[float, int]]]:
    """File so many a second, each at its own moment whatever became of those before; a late start counts as waiting."""
    keys = [str(uuid4()) for _ in range(rate * seconds)]
    begun, found, lock = time.perf_counter() + 0.5, list[tuple[float, int]](), threading.Lock()

    def at(place: int, key: str) -> None:
        moment = begun + place / rate
        time.sleep(max(0.0, moment - time.perf_counter()))
        waited = (time.perf_counter() - moment) * 1000
        took, status = browser.file(key)
        with lock:
            found.append((waited + took, status))

    _together([partial(at, place, key) for place, key in enumerate(keys)])
    return keys, found


def burst(browser: Browser, number: int) -> tuple[list[str], list[tuple[float, int]]]:
    """Send so many forms at once, each twice."""
    keys = [str(uuid4()) for _ in range(number)]
    found, lock, gate = list[tuple[float, int]](), threading.Lock(), threading.Barrier(2 * number)

    def once(key: str) -> None:
        gate.wait()
        told = browser.file(key)
        with lock:
            found.append(told)

    _together([partial(once, key) for key in keys * 2])
    return keys, found


def guess(running: Started, number: int) -> int:
    """Ask the look-up function itself for so many codes under numbers that exist, and return how many were found."""
    os.environ |= {"DATABASE_URL": running.database, "XINFANG_DATA": str(running.data.path)}
    os.environ["DJANGO_SETTINGS_MODULE"] = "xinfang.settings"
    django.setup()
    codes = import_module("reception.portal.codes")

    cases = [str(row[0]) for row in running.ask("SELECT number FROM cases_case WHERE source = 'portal' LIMIT 500")]
    draw = random.Random(1)  # noqa: S311
    return sum(
        codes.held_under(cases[place % len(cases)], "".join(draw.choices(codes.SIGNS, k=codes.LENGTH))) is not None
        for place in range(number)
    )


def _together(works: Sequence[Callable[[], None]]) -> None:
    threads = [threading.Thread(target=work) for work in works]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def _found(pattern: str, text: str) -> str:
    found = re.search(pattern, text)
    if found is None:
        raise RuntimeError(f"the form has no {pattern}")
    return next(part for part in found.groups() if part)


def _told(what: str, running: Started, keys: list[str], found: list[tuple[float, int]], before: int) -> None:
    took = [each for each, _ in found]
    wrong = sum(status != 200 for _, status in found)
    new = _filed(running) - before
    print(
        f"{what}: {len(keys)} forms, {new} cases; {wrong} answers not 200; p50 {percentile(took, 0.5):.0f}, "
        f"p95 {percentile(took, 0.95):.0f}, most {max(took):.0f} ms; load {os.getloadavg()[0]:.1f}"
    )


def _filed(running: Started) -> int:
    [(number,)] = running.ask("SELECT count(*) FROM cases_case WHERE source = 'portal'")
    return int(str(number))


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True)
    for name, default in (("rate", 20), ("seconds", 60), ("burst", 200), ("guesses", 0)):
        parser.add_argument(f"--{name}", type=int, default=default)
    options = parser.parse_args()
    os.environ["XINFANG_PORTAL_FILINGS"] = "0"
    with cloned(options.data, in_place=False) as data, started(data) as running:
        browser = Browser(running.port)
        alone(browser)
        before = _filed(running)
        _told(
            f"{options.rate}/s for {options.seconds} s",
            running,
            *steady(browser, options.rate, options.seconds),
            before,
        )
        before = _filed(running)
        _told(f"burst of {options.burst}, each twice", running, *burst(browser, options.burst), before)
        if options.guesses:
            print(f"{options.guesses} guessed codes: {guess(running, options.guesses)} found")
        sys.stdout.flush()
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
