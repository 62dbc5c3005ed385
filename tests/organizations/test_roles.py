"""The auditor's file: what must hold whatever is changed in it, and that its prints are current."""

from io import StringIO
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command

from kit.rooms import doors
from law.procedure import STEPS
from law.vocabulary import Act
from organizations.permissions import GROUPS, card, permissions_text
from organizations.procedure_sheet import procedure_text
from organizations.roles import MATRIX, OFFICERS, Reach, Right, Role, reach_of, roles_with

CASE_RIGHTS = {Right.SEE, Right.SEE_SEALED, Right.LOOK_UP}


@pytest.mark.parametrize("officer", sorted(OFFICERS))
def test_the_three_officers_see_and_touch_no_case(officer):
    held = {thing for thing, reach in MATRIX[officer].items() if reach}
    assert len(held) == 1
    assert not held & (CASE_RIGHTS | set(Act))


def test_the_officers_rights_belong_to_them_alone():
    assert roles_with(Right.MANAGE_UNITS) == [Role.SYSTEM_ADMIN]
    assert roles_with(Right.APPROVE_GRANTS) == [Role.SECURITY_ADMIN]
    assert roles_with(Right.READ_LOG) == [Role.SECURITY_AUDITOR]


def test_only_a_head_issues_and_only_within_the_unit():
    assert roles_with(Act.ISSUE) == [Role.HEAD]
    assert reach_of(Role.HEAD, Act.ISSUE) is Reach.UNIT


def test_who_writes_an_answer_does_not_sign_it():
    writers = set(roles_with(Act.ANSWER)) | set(roles_with(Act.SUBMIT))
    assert not writers & set(roles_with(Act.ISSUE))


def test_who_asks_for_a_void_by_role_does_not_confirm_it():
    assert not set(roles_with(Act.REQUEST_VOID)) & set(roles_with(Act.CONFIRM_VOID))


@pytest.mark.parametrize("act", sorted(doors()))
def test_every_implemented_act_has_a_role(act):
    assert roles_with(act)


def test_no_role_has_an_act_that_does_not_exist_yet():
    assert {thing for held in MATRIX.values() for thing in held if isinstance(thing, Act)} <= set(doors())


def test_every_role_stands_in_the_matrix():
    assert set(MATRIX) == set(Role)


def test_the_sheet_shows_each_act_and_right_of_the_matrix_once():
    shown = [thing for _, things in GROUPS for thing in things]
    assert len(shown) == len(set(shown))
    assert set(shown) == {thing for held in MATRIX.values() for thing in held}


@pytest.mark.parametrize("role", list(Role))
def test_a_role_card_says_exactly_what_the_matrix_says(role):
    said = {(label, reach) for _, lines in card(role).groups for label, reach in lines}
    assert said == {(thing.label, reach.label) for thing, reach in MATRIX[role].items()}


def test_the_procedure_sheet_has_a_row_for_every_step():
    text = procedure_text(set(doors()))
    rows = [line for line in text.splitlines() if line.startswith("| ") and "---" not in line]
    assert len(rows) == len(STEPS) + text.count("## ")
    assert sum("已实现" in row for row in rows) == sum(step.act in doors() for step in STEPS)


@pytest.mark.parametrize("command", ["print_permissions", "print_procedure"])
def test_the_printed_documents_are_current(command):
    call_command(command, check=True, stdout=StringIO())


@pytest.mark.parametrize("command", ["print_permissions", "print_procedure"])
def test_an_old_print_is_noticed_and_renewed(command, settings, tmp_path):
    settings.BASE_DIR = tmp_path
    with pytest.raises(CommandError, match="不一致") as caught:
        call_command(command, check=True, stdout=StringIO())
    assert caught.value.returncode == 1
    call_command(command, stdout=StringIO())
    call_command(command, check=True, stdout=StringIO())


def test_the_permissions_document_is_what_the_program_prints():
    document = Path(settings.BASE_DIR) / "docs" / "permissions.md"
    assert document.read_text(encoding="utf-8") == permissions_text()
