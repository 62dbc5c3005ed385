"""Room on the interpreter's stack: deep loops cause no page faults."""

import resource

from kit.roomy import roomy


def faults() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_minflt


def leaf(a: int, b: int, c: int, d: int) -> int:
    return a + b + c + d


def looping(depth: int) -> int:
    """Call a function often, at a certain depth."""
    if depth:
        return looping(depth - 1)
    return sum(leaf(n, n, n, n) for n in range(2000))


def most_at_any_depth() -> int:
    """The most page faults that a loop causes at one of these depths."""
    most = 0
    for depth in range(300):
        before = faults()
        looping(depth)
        most = max(most, faults() - before)
    return most


def test_a_loop_at_any_depth_asks_for_no_memory_again_and_again():
    roomy(most_at_any_depth)  # what is touched for the first time is not counted
    assert roomy(most_at_any_depth) < 200


def test_arguments_and_errors_pass_through():
    assert roomy(lambda a, *, b: (a, b), 1, b=2) == (1, 2)
