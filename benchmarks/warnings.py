"""How long a run of the warnings takes, and in how much memory: on a copy of a data folder with many running clocks.

    python -m benchmarks.warnings --data DIR [--runs 2] [--in-place]

A folder of 200,000 open cases: `./run --data DIR --no-demo manage seed --cases 200000 --open-share 1`. The first run
warns of all that is near or late, the second has nothing left to do; the auditor then goes through both.
"""

import argparse
import subprocess
import sys
from pathlib import Path

from benchmarks.stack import cloned

ROOT = Path(__file__).resolve().parent.parent
_RUN = """
import time
from pathlib import Path
from organizations.today import today
from supervision.warnings.auditing import audit_warnings
from supervision.warnings.running import run_warnings
from cases.models import Clock
from cases.models.clock import RUNNING

def peak():
    return int(Path("/proc/self/status").read_text().split("VmHWM:")[1].split()[0]) >> 10

print(f"{Clock.objects.filter(RUNNING).count():,} running clocks; {peak()} MB before")
for number in range(RUNS):
    began = time.perf_counter()
    ran = run_warnings(today())
    if ran is None:
        raise SystemExit("a rest day: nobody is warned")
    took = time.perf_counter() - began
    print(f"run {number + 1}: {ran.advanced:,} dates, {ran.written:,} warnings, {took:.1f} s, peak {peak()} MB")
began = time.perf_counter()
print(audit_warnings(), f"{time.perf_counter() - began:.1f} s, peak {peak()} MB")
"""


def main() -> None:
    """Run and audit on a copy of the folder, and print a line each."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--runs", type=int, default=2)
    parser.add_argument("--in-place", action="store_true", help="on the folder itself: the warnings stay in it")
    options = parser.parse_args()
    with cloned(options.data, in_place=options.in_place) as data:
        words = _RUN.replace("RUNS", str(options.runs))
        run = [str(ROOT / "run"), "--data", str(data.path), "--no-demo", "manage", "shell", "-c", words]
        sys.exit(subprocess.run(run, check=False).returncode)  # noqa: S603


if __name__ == "__main__":
    main()
