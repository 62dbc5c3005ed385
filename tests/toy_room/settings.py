"""The test settings of a house with the toy room in it."""

from tests.settings import *  # noqa: F403
from tests.settings import INSTALLED_APPS, ROOMS

ROOMS = [*ROOMS, "tests.toy_room"]
INSTALLED_APPS = ["tests.toy_room", *INSTALLED_APPS]

# What a room above adds below it: who may do its act stands in the auditor's file.
from law.vocabulary import Act  # noqa: E402
from organizations.roles import MATRIX, Reach, Role  # noqa: E402

MATRIX[Role.SUPERVISOR][Act.SUPERVISE] = Reach.ALL
MATRIX[Role.LEADER][Act.SUPERVISE] = Reach.BELOW
