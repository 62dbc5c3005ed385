"""The product's settings with one middleware more: what a request costs its process, said in a header."""

from xinfang.settings import *  # noqa: F403
from xinfang.settings import MIDDLEWARE as _OF_THE_PRODUCT

MIDDLEWARE = ["benchmarks.measuring.Measured", *_OF_THE_PRODUCT]
