"""Every page over HTTP, logged in, by eight kinds of reader and a program: how long, how many statements, how it grows.

    python -m benchmarks.over_http --data DIR [DIR …] [--json FILE] [--beside FILE …] [--writes 200] [--plans FILE]
    python -m benchmarks.over_http --data DIR --mixed 10

Each data folder (`./run --data DIR --no-demo manage seed …`) is cloned beside itself and thrown away afterwards, so
that log-ins and writes stay in the clone; `--in-place` measures, and writes into, the folder itself.
"""

import argparse
import contextlib
import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from datetime import datetime
from pathlib import Path

from benchmarks.figures import Figure, Rate, page_table, rate_table
from benchmarks.measuring import PLANS_FILE, SLOW_MS
from benchmarks.mixing import mixed
from benchmarks.pages import Page, facts_of, pages_of, programs_pages
from benchmarks.reading import Budget, NotOpen, measured
from benchmarks.stack import Started, cloned, started
from benchmarks.visitors import READERS, Visitor, accounts_in, logged_in, with_token
from benchmarks.writes import Accounts, rates
from embedded.paths import ROOT, StartError
from embedded.person import StopRequestedError, listen_for_stop, say

Found = tuple[list[Figure], list[Rate]]


def parsed(arguments: Sequence[str] | None = None) -> argparse.Namespace:
    """Return the options of the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", nargs="+", type=Path, required=True)
    parser.add_argument("--in-place", action="store_true", help="work in the folder itself instead of in a clone")
    parser.add_argument("--readers", nargs="*", default=[*READERS, "program"], help="some of the readers only")
    parser.add_argument("--pages", default="", help="only pages whose name this expression finds")
    parser.add_argument("--rounds", type=int, default=20, help="how often a page is opened at most")
    parser.add_argument("--seconds", type=float, default=2.0, help="how long a page is opened over again at most")
    parser.add_argument(
        "--writes", type=int, default=0, help="how many cases are registered for each number of clients"
    )
    parser.add_argument("--plans", type=Path, help="append slow statements with their plans to this file")
    parser.add_argument("--slow", type=float, default=50.0, help="from how many ms on a statement is slow")
    parser.add_argument("--mixed", type=float, default=0.0, metavar="MINUTES", help="memory of one web process instead")
    parser.add_argument("--whole", action="store_true", help="every filter, tab and tile, not only the slowest")
    parser.add_argument("--json", type=Path, help="write all figures to this file")
    parser.add_argument("--beside", nargs="*", type=Path, default=[], help="figures of smaller sizes written before")
    return parser.parse_args(arguments)


def main() -> int:
    """Measure folder after folder and print the tables."""
    options = parsed()
    listen_for_stop()
    if options.plans:
        os.environ |= {PLANS_FILE: str(options.plans.absolute()), SLOW_MS: str(options.slow)}
    try:
        found = _beside(options.beside)
        for path in options.data:
            with cloned(path, in_place=options.in_place) as data, started(data, workers=_workers(options)) as running:
                _measure(running, options, found)
    except StopRequestedError:
        return 1
    except StartError as error:
        say(str(error))
        return 2
    return 0


def _workers(options: argparse.Namespace) -> int:
    return 1 if options.mixed else 2


def _measure(running: Started, options: argparse.Namespace, found: Found) -> None:
    accounts: Accounts = {}
    by_role = accounts_in(running.data.path)
    for reader, role in READERS.items():
        if role.label in by_role:
            accounts[reader] = by_role[role.label][0]
    facts = facts_of(running)
    say(f"{facts.cases:,} cases, load {os.getloadavg()[0]:.1f}")
    if options.mixed:
        visitors = {who: visitor for who, visitor, _ in _visits(running, options, accounts, found)}
        print("\n".join(mixed(running, visitors, facts, minutes=options.mixed)))
        return
    for reader, visitor, pages in _visits(running, options, accounts, found):
        say(f"{reader}: load {os.getloadavg()[0]:.1f}")
        found[0].extend(_read(running, visitor, reader, pages, options, facts.cases))
        _write(options, found)
    if options.writes:
        for rate in rates(running, accounts, facts.cases, options.writes):
            found[1].append(rate)
            say(f"  {rate}")
        _write(options, found)
    _print(options, found)


def _visits(
    running: Started, options: argparse.Namespace, accounts: Accounts, found: Found
) -> Iterator[tuple[str, Visitor, Iterator[Page]]]:
    """Log the readers in one after the other, each with the pages to open."""
    facts = facts_of(running)
    for reader in options.readers:
        if reader == "program":
            with with_token(running.port, *accounts["router"]) as visitor:
                yield reader, visitor, programs_pages(visitor, facts, running)
        elif reader in accounts:
            visitor = logged_in(running.port, *accounts[reader])
            yield reader, visitor, pages_of(visitor, facts, running)
        else:
            say(f"{reader}: no account of this role")


def _read(
    running: Started, visitor: Visitor, reader: str, pages: Iterator[Page], options: argparse.Namespace, cases: int
) -> Iterator[Figure]:
    budget = Budget(options.rounds, options.seconds, explained=bool(options.plans))
    for page in pages:
        if not re.search(options.pages, page.name):
            continue
        try:
            figure = measured(running, visitor, page, budget, cases=cases, reader=reader)
        except NotOpen as closed:
            say(f"  {page.name}: {closed}")
            continue
        say(f"  {page.name}: {figure.p50} / {figure.p95} ms, {figure.statements} statements, {figure.sql_ms} ms SQL")
        yield figure


def _beside(files: list[Path]) -> Found:
    """Return the figures of earlier runs, so that growth is told across them."""
    found: Found = ([], [])
    for file in files:
        said = json.loads(file.read_text(encoding="utf-8"))
        found[0].extend(Figure(**each) for each in said["pages"])
        found[1].extend(Rate(**each) for each in said["writes"])
    return found


def _write(options: argparse.Namespace, found: Found) -> None:
    if options.json:
        said = {
            "said": _said(),
            "pages": [asdict(each) for each in found[0]],
            "writes": [asdict(each) for each in found[1]],
        }
        options.json.write_text(json.dumps(said, ensure_ascii=False, indent=1), encoding="utf-8")


def _print(options: argparse.Namespace, found: Found) -> None:
    print(_said())
    print()
    print("\n".join(page_table(found[0], whole=options.whole)))
    if found[1]:
        print()
        print("\n".join(rate_table(found[1])))
    sys.stdout.flush()


def _said() -> str:
    """Say when this was measured, at which commit, and what else the machine did."""
    commit = "unknown"
    with contextlib.suppress(OSError, subprocess.CalledProcessError):
        asked = ["git", "describe", "--always", "--dirty"]
        commit = subprocess.run(asked, cwd=ROOT, check=True, capture_output=True, text=True).stdout.strip()  # noqa: S603
    load = " ".join(f"{each:.1f}" for each in os.getloadavg())
    return f"{datetime.now().astimezone():%Y-%m-%d %H:%M} at {commit}, {os.cpu_count()} cores, load {load}; milliseconds, p50 / p95"


if __name__ == "__main__":
    raise SystemExit(main())
