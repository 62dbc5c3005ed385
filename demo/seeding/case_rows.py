"""One case from its outline to its rows: who asks what in which words, whom it accuses, then act by act to its end."""

from collections.abc import Mapping
from random import Random
from types import SimpleNamespace
from typing import cast

from cases.models import Case, Demand, Matter, Party, Respondent
from cases.places.own_line import names_own_line
from cases.record.party_digests import digests_for
from cases.record.search_terms import terms_for
from demo.seeding import office_acts, words
from demo.seeding.acts import ACTS
from demo.seeding.keeping import Keeping, Through
from demo.seeding.letters import Papers, Series
from demo.seeding.outlines import Outline, Planned, Wish
from demo.seeding.petitions import Petition, again, petition
from demo.seeding.planning import outline
from demo.seeding.said import LegWalk, Row
from demo.seeding.walking import Walk
from demo.seeding.world import World
from law.procedure import steps_of
from law.vocabulary import Channel, Kind, Path
from organizations.models import Staff
from organizations.roles import Role

_JOINT, _RESPONDENT, _HISTORIC, _UNCATEGORISED = 0.05, 0.08, 0.1, 0.12
_REPEATED_OF_1000, _FARTHEST = 40, 400
_ELSEWHERE = {Channel.ONLINE: ("省网上信访平台", "WX", 0.5), Channel.CALL: ("12345热线", "RX", 0.5)}
OLD_SYSTEM = "旧信访系统"


class CaseWriter:
    """Writes the cases of one piece of work, from given keys, case numbers and numbers of letters on."""

    def __init__(
        self, world: World, wish: Wish, keeping: Keeping, *, before: Mapping[Series, int], serial: int
    ) -> None:
        """Take what all its cases share."""
        self.world, self.wish, self.keeping, self.serial = world, wish, keeping, serial
        self.papers = Papers(keeping, before)

    def write(self, index: int) -> None:
        """Write the case at this place of the row with everything that hangs on it."""
        self.keeping.begin(index)
        found = outline(self.world, self.wish, index)
        said, people = _told(self.world, found)
        first = self._first_of(found)
        if first is not None:
            earlier, people = _told(self.world, outline(self.world, self.wish, first))
            content = again(found.random, earlier)
            said = said._replace(subject=earlier.subject, content=content, spot=earlier.spot, topic=earlier.topic)
        walk = Walk(self.world, found, self.keeping, self.papers, said)
        self._begin(walk, first)
        _write_people(walk, [] if found.anonymous else people)
        _write_demands(walk)
        _write_respondents(walk)
        for planned in found.planned:
            _act(walk, planned)
        _settle(walk)
        self.keeping.finish()

    def _first_of(self, found: Outline) -> int | None:
        """Return the case that this one repeats, on purpose: the same matter, asked again."""
        if found.sealed or not _repeats(self.wish, found.index):
            return None
        first = found.index - 1 - found.index * 7919 % _FARTHEST
        while first >= 0 and _repeats(self.wish, first):
            first -= 1
        return first if first >= 0 and not outline(self.world, self.wish, first).sealed else None

    def _begin(self, walk: Walk, first: int | None) -> None:
        found, said, random, desk = walk.outline, walk.words, walk.random, walk.outline.desk
        matter = self.keeping.key_of(Matter, found.index if first is None else first)
        walk.case = self.keeping.row(
            Case,
            district_id=self.world.district,
            unit_id=desk.id,
            matter_id=matter,
            channel=found.channel,
            received_on=found.received_on,
            registered_on=found.planned[0].on,
            subject=said.subject,
            content=said.content,
            location=said.spot,
            anonymous=found.anonymous,
            urgent=found.urgent,
            sealed=found.sealed,
            desk_walled=found.desk_walled,
            historic=not found.open and found.index < self.wish.closed * 0.3 and random.random() < _HISTORIC,
        )
        walk.case |= {"registered_by_id": office_acts.registrar(walk), "created_at": walk.moment(found.planned[0].on)}
        walk.case["number"] = office_acts.channel_number(walk, self.serial + found.index)
        if first is None:
            made = walk.case["created_at"]
            self.keeping.row(Matter, district_id=self.world.district, subject=said.subject, created_at=made)
        _classify(walk)
        walk.involve(desk, *([found.village] if found.village else []))


def _repeats(wish: Wish, index: int) -> bool:
    return ((index + wish.seed) * 2654435761 >> 9) % 1000 < _REPEATED_OF_1000


def _told(world: World, found: Outline) -> tuple[Petition, list[Row]]:
    """Draw what is said and by whom: the first thing drawn of an outline, so that it can be drawn again."""
    random = found.random
    town = world.towns[int(random.random() * len(world.towns))]
    village = found.village or world.villages[town.id][int(random.random() * len(world.villages[town.id]))]
    accused = found.accused.name if found.accused and found.linked else "某单位" if found.sealed else ""
    said = petition(random, found.kinds, village.name, accused)
    if random.random() < 0.4:
        said = said._replace(spot=village.name)
    count = 2 + int(random.random() * 3) if random.random() < _JOINT else 1
    return said, [_person(random, world, village.name) for _ in range(count)]


def _person(random: Random, world: World, village: str) -> Row:
    return {
        "name": words.person(random),
        "id_number": words.id_number(random, world.office.code[:6]) if random.random() < 0.8 else "",
        "phone": words.phone(random),
        "address": f"{village}{words.street(random)}{1 + int(random.random() * 200)}号",
    }


def _classify(walk: Walk) -> None:
    case, said, random, world = walk.case, walk.words, walk.random, walk.world
    if random.random() > _UNCATEGORISED:
        case |= {"category": said.topic.category, "category_term_id": world.terms.get(said.topic.category)}
    if said.spot in world.places:
        case["division_id"] = world.places[said.spot].id
    source, prefix, share = _ELSEWHERE.get(walk.outline.channel, ("", "", 0.0))
    if case["historic"]:
        case["source"] = OLD_SYSTEM
    elif random.random() < share:
        number = f"{prefix}{walk.outline.received_on:%Y}{case['id']:09d}"
        case |= {"source": source, "external_number": number}


def _write_people(walk: Walk, people: list[Row]) -> None:
    walk.case["petitioner_count"] = max(len(people), 1)
    for person in people:
        id_type = "id_card" if person["id_number"] else ""
        digests = digests_for(name=person["name"], id_number=person["id_number"], phone=person["phone"])
        walk.parties.append(walk.row(Party, case_id=walk.case["id"], id_type=id_type, **person, **digests))


def _write_demands(walk: Walk) -> None:
    for number, (kind, text) in enumerate(zip(walk.outline.kinds, walk.words.demands, strict=True), 1):
        path = Path.PETITION_PROCEDURE if kind is Kind.APPEAL and walk.random.random() < 0.7 else ""
        kept = {"outcome": "", "extract": "", "leg_id": None}
        walk.demands.append(
            walk.row(Demand, case_id=walk.case["id"], number=number, kind=kind, path=path, text=text, **kept)
        )


def _write_respondents(walk: Walk) -> None:
    found, random = walk.outline, walk.random
    if not found.sealed:
        if random.random() < _RESPONDENT:
            _respondent(walk, name=words.firm(random), outside=True, accused=False)
        return
    if not found.linked:
        _unlinked(walk)
        return
    place = found.accused
    assert place is not None
    draw, heads = random.random(), walk.world.people.get((Role.HEAD, place.id))
    if heads and draw < 0.5:
        _respondent(walk, name=walk.world.names[heads[0]], position="负责人", staff_id=heads[0], unit_id=place.id)
    else:
        _respondent(walk, name=place.name, unit_id=place.id)
    if random.random() < 0.1:
        _respondent(walk, name=words.person(random), outside=True)


def _unlinked(walk: Walk) -> None:
    """Nobody has said yet whom it means: at a desk below the office it waits (Art. 30)."""
    desk = walk.outline.desk
    name = f"{desk.name}{words.person(walk.random)}" if walk.random.random() < 0.4 else words.person(walk.random)
    row = _respondent(walk, name=name)
    registrar = Staff.objects.select_related("unit").get(pk=walk.case["registered_by_id"])
    walk.case |= {"unlinked": True, "registrar_named": names_own_line([Respondent(name=row["name"])], registrar)}


def _respondent(walk: Walk, *, accused: bool = True, **said: object) -> Row:
    row = walk.row(Respondent, case_id=walk.case["id"], accused=accused, **said)
    walk.row(Through, respondent_id=row["id"], demand_id=walk.demands[0]["id"])
    return row


def _act(walk: Walk, planned: Planned) -> None:
    opens = steps_of(planned.act)[0].opens_leg
    leg: LegWalk | None = None if planned.leg is None else walk.legs.get(planned.leg)
    before = walk.from_state(planned.act, leg)
    if opens and planned.leg is not None:
        leg = office_acts.open_leg(walk, planned, planned.leg)
    walk.act(planned, leg, ACTS[planned.act](walk, planned, leg), before)


def _settle(walk: Walk) -> None:
    """Set what is derived once everything has been done."""
    case = walk.case
    owed = walk.owed(walk.running)
    for leg in walk.legs.values():
        mine = walk.owed(leg.running)
        leg.row["next_due_on"] = min(mine, default=None)
        owed += mine
    case |= {"next_due_on": min(owed, default=None), "state": walk.state()}
    asked = [_Read(**row) for row in walk.demands]
    case["search_terms"] = terms_for(cast(Case, _Read(**case)), cast(list[Demand], asked))


class _Read(SimpleNamespace):
    """A row as the search terms read it: a model costs more than all its terms."""
