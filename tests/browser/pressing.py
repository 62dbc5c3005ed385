"""Pressing a button of "我可以办理", wherever it stands: in view, or folded away with its topic."""

from typing import Any


def press_act(within: Any, label: str) -> None:
    """Press the button of an act in a part of the page, unfolding the rarer ones where it is among them."""
    button = within.get_by_text(label, exact=True).first
    folded = within.locator("details:not([open]) > summary")
    while not button.is_visible() and folded.count():
        folded.first.click()
    button.click()
