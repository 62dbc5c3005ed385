"""Whether the letters of the pictures are drawn anew: asked for at the command line."""

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add --draw-letters: write docs/verification/letters/ anew."""
    parser.addoption("--draw-letters", action="store_true", help="draw docs/verification/letters/ anew")
