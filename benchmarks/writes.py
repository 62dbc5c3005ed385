"""What is written over the API: registrations with two demands, then the usual acts on them, by one client and by eight."""

import contextlib
import json
import threading
import time
from collections.abc import Callable, Iterator
from typing import Any

from benchmarks.figures import Cost, Rate, rate
from benchmarks.stack import Started
from benchmarks.visitors import Answer, Visitor, with_token

CLIENTS = (1, 8)
Accounts = dict[str, tuple[str, str]]


def rates(started: Started, accounts: Accounts, cases: int, number: int) -> Iterator[Rate]:
    """Register this many cases for each number of clients, refer them, accept them, name their handler."""
    with contextlib.ExitStack() as tokens:
        router, head = (
            tokens.enter_context(with_token(started.port, *accounts[who])) for who in ("router", "head of a department")
        )
        unit, handler = _places(started, accounts)
        for clients in CLIENTS:
            bodies = [_registration(f"{cases}-{clients}-{n}") for n in range(number)]
            found: list[int] = []

            def register(body: Any, found: list[int] = found) -> Answer:
                answer = router.send_json("/api/v1/cases/", body)
                found.append(_key_of(answer))
                return answer

            yield _timed(cases, "register", clients, bodies, register)
            refer = _act(
                router, "refer", {"unit": unit, "demands": [1, 2], "reason": "属于你单位职权范围，请依法处理。"}
            )
            yield _timed(cases, "refer", clients, [{"case": key} for key in found], refer)
            legs = [{"case": case, "leg_id": leg} for case, leg in started.ask(_LEGS, found)]
            yield _timed(cases, "accept", clients, legs, _act(head, "accept", {}))
            yield _timed(cases, "take", clients, legs, _act(head, "take", {"handler": handler}))


_LEGS = "SELECT case_id, id FROM cases_leg WHERE case_id = ANY(%s) ORDER BY id"


def _places(started: Started, accounts: Accounts) -> tuple[Any, Any]:
    """Return the head's unit, and somebody there who handles cases."""
    name = accounts["head of a department"][0]
    ((unit,), *_) = started.ask("SELECT unit_id FROM organizations_staff WHERE username = %s", name)
    ((handler,), *_) = started.ask(
        "SELECT staff_id FROM organizations_grant WHERE role = 'handler' AND unit_id = %s ORDER BY id LIMIT 1", unit
    )
    return unit, handler


def _registration(mark: str) -> dict[str, Any]:
    return {
        "channel": "letter",
        "received_on": time.strftime("%Y-%m-%d"),
        "content": f"基准登记{mark}：村口的路坏了，水渠也堵了，请有关部门来看一看。",
        "parties": [{"name": "王基准", "phone": "13800001234", "address": "柳湾村12号"}],
        "demands": [{"text": "修好村口的路"}, {"text": "疏通水渠", "kind": "appeal", "path": "petition_procedure"}],
    }


def _act(visitor: Visitor, slug: str, body: dict[str, Any]) -> Callable[[Any], Answer]:
    def send(on: Any) -> Answer:
        said = {**body, **{name: value for name, value in on.items() if name != "case"}}
        return visitor.send_json(f"/api/v1/cases/{on['case']}/{slug}/", said)

    return send


def _key_of(answer: Answer) -> int:
    """Return the key of the case that a registration made, whether the answer is the whole case or a slim one."""
    said = json.loads(answer.text)
    return int((said.get("case") or said)["id"])


def _timed(cases: int, act: str, clients: int, bodies: list[Any], send: Callable[[Any], Answer]) -> Rate:
    """Send everything, by so many clients that each take the next one left; what is refused ends the measuring."""
    left, costs, refused = iter(bodies), list[Cost](), list[str]()
    lock = threading.Lock()

    def work() -> None:
        while not refused:
            with lock:
                body = next(left, None)
            if body is None:
                return
            answer = send(body)
            if answer.status in (200, 201):
                costs.append(answer.cost)
            else:
                refused.append(f"{act}: {answer.status} {answer.text[:300]}")

    threads = [threading.Thread(target=work) for _ in range(clients)]
    begun = time.perf_counter()
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    seconds = time.perf_counter() - begun
    if refused or not costs:
        raise RuntimeError(refused[0] if refused else f"{act}: nothing to send")
    return rate(cases, act, clients, seconds, costs)
