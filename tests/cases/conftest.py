"""Who is beside the small cast here."""

import pytest

from organizations.models import Staff
from tests.cast import Cast


@pytest.fixture
def monitor(cast: Cast) -> Staff:
    """Somebody with an account at the government and no role at all."""
    return cast.hire("monitor", cast.gov)
