"""The command line behind `./run`."""

import argparse
import os
import signal
from collections.abc import Sequence
from pathlib import Path

from embedded.commands import manage, with_services
from embedded.paths import ROOT, DataFolder, StartError
from embedded.person import StopRequestedError, listen_for_stop, say
from embedded.stack import Options, run
from embedded.state import read_state


def parse(arguments: Sequence[str] | None) -> argparse.Namespace:
    """Return the options; everything after `manage` or `services` belongs to that command."""
    parser = argparse.ArgumentParser(
        prog="./run",
        description="启动信访业务系统：数据库、消息队列、网页、后台任务。按 Ctrl-C 停止。",
        epilog="./run manage 命令 参数……：对同一数据目录执行一条管理命令。",
    )
    parser.add_argument("--port", type=int, help="网页端口（默认 8000，被占用时自动另选）")
    parser.add_argument("--data", type=Path, default=ROOT / "var" / "data", help="数据目录（默认 var/data）")
    parser.add_argument("--no-demo", action="store_true", help="不建立演示数据，用于正式工作")
    parser.add_argument("rest", nargs=argparse.REMAINDER, metavar="manage 命令 参数…")
    return parser.parse_args(arguments)


def mode(data: DataFolder, no_demo: bool) -> bool:
    """Return whether the demonstration belongs to this folder: one set up for real work never gets it."""
    if no_demo and not data.no_demo.exists():
        data.no_demo.touch()
    return not data.no_demo.exists()


def dispatch(options: Options, rest: Sequence[str]) -> int:
    """Run the stack, a management command or, for the tests, a command on throw-away services."""
    if not rest:
        return run(options)
    if rest[0] == "manage" and len(rest) > 1:
        return manage(options, rest[1:])
    if rest[0] == "services" and len(rest) > 1:
        return with_services(options, rest[1:])
    raise StartError("用法：./run [--port 端口] [--data 目录] [--no-demo] [manage 命令 参数…]")


def main(arguments: Sequence[str] | None = None) -> int:
    """Return the exit code: 0 stopped as asked, 2 cannot start, else that of the command."""
    asked = parse(arguments)
    data = DataFolder(asked.data.expanduser().absolute())
    listen_for_stop()
    # Private files are made private one by one; a stricter mask would shut the database out of its own folder.
    os.umask(0o022)
    try:
        data.create()
        return dispatch(Options(data, asked.port, mode(data, asked.no_demo)), asked.rest)
    except StopRequestedError as stop:
        return 0 if not asked.rest else 128 + stop.number
    except BlockingIOError:
        running = read_state(data)
        where = f"，网页在 http://127.0.0.1:{running.web_port}" if running and running.web_port else ""
        say(f"数据目录 {data.path} 上已有一个系统在运行{where}。请先停止它，或用 --data 指定另一个目录。")
        return 2
    except StartError as error:
        say(str(error))
        return 2


if __name__ == "__main__":
    signal.signal(signal.SIGPIPE, signal.SIG_DFL)
    raise SystemExit(main())
