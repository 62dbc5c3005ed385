"""What is done about livelihood projects and legal publicity: entered, carried on, finished; page, sheet and API call these."""

from datetime import date

from django.db import IntegrityError

from law.errors import Refused
from organizations.authority import holdings
from organizations.models import Staff, Unit
from organizations.recording import Move, recording
from organizations.roles import Right
from organizations.today import today
from supervision.models import LivelihoodProject, PublicityCampaign
from supervision.models.livelihood import ProjectKind, PublicityForm
from supervision.relief import verbs
from supervision.relief.actions import assert_fitting

_RUNNING, _DONE = "running", "done"
ENTER_PROJECT = Move(verb=verbs.PROJECT_ENTERED, right=Right.PROPOSE_RELIEF, to_state=_RUNNING)
CARRY_ON = Move(verb=verbs.PROJECT_CARRIED_ON, right=Right.PROPOSE_RELIEF, from_states=frozenset({_RUNNING}))
FINISH = Move(verb=verbs.PROJECT_DONE, right=Right.PROPOSE_RELIEF, from_states=frozenset({_RUNNING}), to_state=_DONE)
ENTER_CAMPAIGN = Move(verb=verbs.CAMPAIGN_ENTERED, right=Right.PROPOSE_RELIEF, to_state="held")
STATES = {_RUNNING: "进行中", _DONE: "已完成"}


def enter_project(
    *,
    by: Staff,
    name: str,
    kind: ProjectKind,
    location: str,
    basis: str,
    planned_on: date,
    invested: int = 0,
    started_on: date | None = None,
    households: int = 0,
    people: int = 0,
    progress: str = "",
    on: date | None = None,
) -> LivelihoodProject:
    """Enter a project of one's unit. Raises Refused: not_permitted, days_reversed, project_twice, conditional, judging."""
    assert_fitting(name, basis, progress)
    if started_on and planned_on < started_on:
        raise Refused("days_reversed", f"计划完成日期{planned_on}早于开工日期{started_on}。")
    project = LivelihoodProject(
        unit=_unit_of(by),
        name=name.strip(),
        kind=kind,
        location=location.strip(),
        basis=basis.strip(),
        planned_on=planned_on,
        invested=invested,
        started_on=started_on,
        households=households,
        people=people,
        progress=progress.strip(),
        recorded_on=on or today(),
    )
    try:
        with recording(ENTER_PROJECT, project, by=by, on=on) as made:
            made.facts = {"kind": kind, "invested": invested}
    except IntegrityError as twice:
        raise Refused("project_twice", f"“{project.name}”（计划{planned_on}完成）已经登记。") from twice
    return project


def carry_on_project(
    project: LivelihoodProject, *, by: Staff, progress: str, seen: int | None = None, on: date | None = None
) -> LivelihoodProject:
    """Write how far a project is. Raises Refused: conditional, judging."""
    with recording(CARRY_ON, project, by=by, seen=seen, on=on) as made:
        assert_fitting(progress)
        made.record.progress = progress.strip()
    found: LivelihoodProject = made.record
    return found


def finish_project(
    project: LivelihoodProject, *, by: Staff, done_on: date, seen: int | None = None, on: date | None = None
) -> LivelihoodProject:
    """Finish a project. Raises Refused day_unfit."""
    with recording(FINISH, project, by=by, seen=seen, on=on) as made:
        found: LivelihoodProject = made.record
        if done_on > made.on or (found.started_on and done_on < found.started_on):
            raise Refused("day_unfit", "完成日期应在开工日期以后、不晚于今天。")
        found.done_on, made.facts = done_on, {"done_on": done_on}
    return found


def enter_campaign(
    *,
    by: Staff,
    title: str,
    form: PublicityForm,
    location: str,
    from_day: date,
    to_day: date,
    reach: int,
    on: date | None = None,
) -> PublicityCampaign:
    """Enter a campaign that was held. Raises Refused: not_permitted, days_reversed, day_unfit, conditional, judging."""
    assert_fitting(title)
    if to_day < from_day:
        raise Refused("days_reversed", f"结束日期{to_day}早于开始日期{from_day}。")
    if to_day > (on or today()):
        raise Refused("day_unfit", f"结束日期{to_day}还没有到，办完再登记。")
    campaign = PublicityCampaign(
        unit=_unit_of(by),
        title=title.strip(),
        form=form,
        location=location.strip(),
        from_day=from_day,
        to_day=to_day,
        reach=reach,
    )
    with recording(ENTER_CAMPAIGN, campaign, by=by, on=on) as made:
        made.facts = {"form": form, "reach": reach}
    return campaign


def _unit_of(by: Staff) -> Unit:
    held = holdings(by, Right.PROPOSE_RELIEF)
    if not held:
        raise Refused(
            "not_permitted", f"您的角色没有“{Right.PROPOSE_RELIEF.label}”的权利。可在“权限一览”查看谁可以办理。"
        )
    return held[0][1].unit
