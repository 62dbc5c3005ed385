"""Tasks of units: given, received, reported, checked by another; instructions and meetings both make them."""

# The worker looks here for what is to be done by the clock, of every topic.
from supervision.orders.tasks import find_failures_task as find_failures_task
