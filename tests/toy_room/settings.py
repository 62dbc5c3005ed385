"""The test settings of a house with the toy room in it, in the place of the room whose act it borrows."""

from tests.settings import *  # noqa: F403
from tests.settings import INSTALLED_APPS, ROOMS

# Two rooms cannot do one act, and the toy room does that of the supervision room (督办), whose tables only stay.
ROOMS = [*(room for room in ROOMS if room != "supervision"), "tests.toy_room"]
INSTALLED_APPS = ["tests.toy_room", *INSTALLED_APPS]
