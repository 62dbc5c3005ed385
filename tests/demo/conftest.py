"""The fictional district with its accounts, made once per test in its transaction."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from demo.accounts import make_accounts
from demo.cast import Cast, load_cast

DAY = date(2026, 11, 23)


@pytest.fixture
def data_folder(settings: Any, tmp_path: Path) -> Path:
    """An empty data folder for the table of accounts."""
    settings.DATA_DIR = tmp_path
    return tmp_path


@pytest.fixture
def cast(db: None, data_folder: Path) -> Cast:
    """The people and units of the district."""
    make_accounts()
    found = load_cast()
    assert found is not None
    return found
