"""The day of the walk, as the API's tests set it."""

from tests.cases.api.conftest import calendar as calendar
