"""The row of the act 督办 on a case: its dialog and its address are those of every act."""

from cases.places.acting_units import at_the_leg
from kit.doors import Door, Topic
from law.vocabulary import Act
from supervision.orders.conditions import orderable
from supervision.orders.forms import SuperviseForm
from supervision.orders.making import supervise

SUPERVISE = Door(
    act=Act.SUPERVISE,
    facts=("document", "report_by"),
    action=supervise,
    form=SuperviseForm,
    place=at_the_leg,
    opening=orderable,
    said="已发出督办函，单位会收到提醒。",
    icon="flag",
    topic=Topic.RECORD,
    wide=True,
)
