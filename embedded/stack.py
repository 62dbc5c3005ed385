"""The order of it all: services, migrations, first people, web, then worker and beat."""

import contextlib
import os
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from embedded.application import Application, environment_for, healthy, product_variables
from embedded.paths import DataFolder, StartError
from embedded.person import say
from embedded.processes import Child, free_port, port_is_free
from embedded.services import services
from embedded.state import Running, only_launcher, publish
from embedded.static_files import StaticFiles

LOOK_EVERY = 0.2
DEFAULT_PORT = 8000


@dataclass(frozen=True)
class Options:
    """What the command line asked for."""

    data: DataFolder
    port: int | None
    demo: bool


def web_port(asked: int | None) -> int:
    """Return the port of the pages: the one asked for, else 8000, else a free one; raises StartError."""
    if asked is None:
        if port_is_free(DEFAULT_PORT):
            return DEFAULT_PORT
        port = free_port()
        say(f"端口 {DEFAULT_PORT} 已被占用，改用 {port}。")
        return port
    if not port_is_free(asked):
        raise StartError(f"端口 {asked} 已被占用，请用 --port 换一个。")
    return asked


@contextlib.contextmanager
def prepared(options: Options, with_people: bool) -> Iterator[tuple[Application, list[Child]]]:
    """Run the services with tables and first people in place; gives the application and the running processes."""
    with services(options.data) as (addresses, children):
        application = Application(options.data, environment_for(options.data, addresses, options.demo), options.demo)
        application.migrate()
        if with_people:
            application.ensure_people()
        yield application, children


def run(options: Options) -> int:
    """Run everything until somebody asks to stop; raises StartError, BlockingIOError (another launcher)."""
    with only_launcher(options.data), contextlib.ExitStack() as stack:
        port = web_port(options.port)
        static = StaticFiles(environment_for(options.data, {}, options.demo))
        stack.callback(static.abandon)
        static.start()
        application, children = stack.enter_context(prepared(options, with_people=True))
        static.finish()
        # Stopped in the reverse order: web, worker, beat, then broker and database.
        beat, worker, web = application.beat(), application.worker(), application.web(port)
        for child in (beat, worker, web):
            stack.callback(child.stop)
        web.start()
        web.wait_until(lambda: healthy(port), 60)
        publish(options.data, running_now(application, port))
        announce(application, port)
        worker.start()
        beat.start()
        if errand := application.demo_errand():
            stack.callback(errand.stop)
            errand.start()
        watch([*children, web, worker, beat])
    return 0


def running_now(application: Application, port: int) -> Running:
    """Return what those who attach need to know."""
    return Running(os.getpid(), product_variables(application.environment), port, application.demo)


def announce(application: Application, port: int) -> None:
    """Say that the pages answer, and with which accounts."""
    sys.stdout.write(f"READY http://127.0.0.1:{port}\n{application.accounts()}")
    sys.stdout.flush()


def watch(children: Sequence[Child]) -> None:
    """Restart what ends by itself, for ever; left only by the exception of a stop signal."""
    while True:
        for child in children:
            child.revive()
        time.sleep(LOOK_EVERY)
