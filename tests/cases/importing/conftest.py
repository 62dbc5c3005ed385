"""Every test of the import has a data folder of its own."""

from pathlib import Path
from typing import Any

import pytest


@pytest.fixture(autouse=True)
def data_folder(settings: Any, tmp_path: Path) -> Path:
    """Where refused rows go by default."""
    settings.DATA_DIR = tmp_path / "data"
    return tmp_path / "data"
