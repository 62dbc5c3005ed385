"""The house rules that a machine can see. Each failing rule says what to do instead."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.sources import FLOORS, ROOT, SETUP, handwritten, lines_of, obey, place, python_files, templates, tree

PYTHON_LIMIT, TEMPLATE_LIMIT = 250, 100


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Every function and method of a file."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def lines_with(pattern: re.Pattern[str], paths: list[Path]) -> list[str]:
    """The places where the pattern is found in these files."""
    return [
        place(path, number)
        for path in paths
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if pattern.search(line)
    ]


def test_there_is_something_to_look_at():
    assert len(python_files()) > 50
    assert templates()


def test_files_stay_short():
    offences = [f"{place(p, 1)} has {n} lines" for p in handwritten() if (n := lines_of(p)) > PYTHON_LIMIT]
    obey(offences, f"A file is at most {PYTHON_LIMIT} lines: split it by verb (actions, views) or by thing (models).")


def test_templates_stay_short():
    offences = [f"{place(p, 1)} has {n} lines" for p in templates() if (n := lines_of(p)) > TEMPLATE_LIMIT]
    obey(offences, f"A template is at most {TEMPLATE_LIMIT} lines: take a fragment _x.html or a component out of it.")


def test_imports_stand_at_the_top():
    offences = [
        place(path, inner.lineno)
        for path in python_files()
        for function in functions(path)
        for inner in ast.walk(function)
        if isinstance(inner, ast.Import | ast.ImportFrom)
    ]
    obey(offences, "An import inside a function hides a dependency: move it up; if it is a circle, a floor is wrong.")


def test_no_module_is_called_utils():
    offences = [place(p, 1) for p in python_files() if p.stem in {"utils", "util", "helpers", "common", "misc"}]
    obey(offences, "A module is named after what is in it, not after its being useful.")


def test_no_domain_work_in_signals():
    pattern = re.compile(r"\b(post|pre)_(save|delete|init)\b|\bm2m_changed\b|@receiver\b|from django\.dispatch")
    offences = lines_with(pattern, python_files())
    obey(offences, "A signal acts where nobody looks: do the work in the action, inside performing().")


def test_no_save_or_delete_is_overridden():
    offences = [
        f"{place(path, method.lineno)} {node.name}.{method.name}"
        for path in python_files()
        for node in ast.walk(tree(path))
        if isinstance(node, ast.ClassDef) and not node.name.endswith(("Form", "Serializer"))
        for method in node.body
        if isinstance(method, ast.FunctionDef) and method.name in {"save", "delete"}
    ]
    obey(offences, "save() runs in bulk work too, or does not: write a function that says what it does.")


def test_nothing_is_printed_outside_commands():
    offences = [
        place(path, node.lineno)
        for path in python_files()
        if path.parent.name != "commands"
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "print"
    ]
    obey(offences, "print() goes nowhere in a web process: use a logger, or self.stdout in a command.")


def test_templates_hold_no_script_and_no_style():
    inline = r"<script(?![^>]*\s(?:src=|type=\"application/json\"))[^>]*>|<style\b|\sstyle\s*=|\son[a-z]+\s*=|hx-on|javascript:"
    offences = lines_with(re.compile(inline, re.IGNORECASE), templates())
    obey(offences, "The content security policy forbids inline script and style: use a file under static/ and a class.")


def test_templates_load_nothing_from_elsewhere():
    offences = lines_with(re.compile(r"""(?:src|href)\s*=\s*["'](?:https?:)?//"""), templates())
    obey(offences, "Nothing is loaded from another machine: add the file to the copy list in scripts/copy_assets.py.")


def test_migrations_are_named_by_hand():
    offences = [
        place(path, 1)
        for path in python_files()
        if path.parent.name == "migrations" and re.match(r"\d{4}_(auto_|alter_.*_more|.*_and_more)", path.name)
    ]
    obey(offences, "Name a migration after what it does: makemigrations --name start_conclude_clocks.")


def test_migrations_import_nothing_of_ours():
    offences = [
        place(path, node.lineno)
        for path in python_files()
        if path.parent.name == "migrations"
        for node in ast.walk(tree(path))
        if isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] in FLOORS
    ]
    obey(offences, "A migration must still run when today's code is gone: copy the values it needs into it.")


def test_actions_never_import_a_task():
    offences = [
        place(path, node.lineno)
        for path in sorted((ROOT / "cases" / "actions").rglob("*.py"))
        for node in ast.walk(tree(path))
        if isinstance(node, ast.ImportFrom) and "tasks" in (node.module or "").split(".")
    ]
    obey(offences, "An action writes a follow-up row; the frame hands it to the worker after commit.")


@pytest.mark.parametrize("word", ["TODO", "FIXME", "XXX"])
def test_nothing_is_left_for_later(word):
    offences = lines_with(re.compile(rf"\b{word}\b"), [*python_files(), *templates()])
    obey(offences, f"{word} is a promise nobody keeps: finish it, or write an issue.")


def test_public_functions_say_what_they_do():
    offences = [
        f"{place(path, function.lineno)} {function.name}"
        for path in python_files()
        if path.parent.name != "migrations"
        for function in tree(path).body
        if isinstance(function, ast.FunctionDef | ast.ClassDef)
        and not function.name.startswith("_")
        and not ast.get_docstring(function)
    ]
    obey(offences, "One sentence: what it does, the article, units, shapes, the codes it refuses with.")


def test_lock_files_name_no_address_and_every_hash():
    for lock in sorted(ROOT.glob("requirements*.lock")):
        text = lock.read_text(encoding="utf-8")
        assert "://" not in text, f"{lock.name} names an address; renew it with make lock"
        names = re.findall(r"^[a-z0-9._-]+==", text, re.MULTILINE | re.IGNORECASE)
        assert names, f"{lock.name} is empty"
        assert text.count("--hash=") >= len(names), f"{lock.name} lacks a hash; renew it with make lock"
    assert '"resolved"' not in (ROOT / "package-lock.json").read_text(encoding="utf-8")


def test_no_test_imports_from_another():
    a_test = re.compile(r"^\s*(?:import|from) tests\.(?:\w+\.)*test_|^\s*from tests[.\w]* import (?:.*\b)?test_")
    offences = lines_with(a_test, sorted((ROOT / "tests").rglob("*.py")))
    obey(offences, "What two tests need stands in a module of its own beside them, whose name says what it is.")


def test_every_package_stands_in_every_list_of_packages():
    contracts = {each["name"]: each for each in SETUP["importlinter"]["contracts"]}
    lists = {
        "acyclic": contracts["No circle anywhere"]["ancestors"],
        "launcher": [
            *contracts["The launcher stands beside the house: a production image does without it"]["source_modules"],
            "embedded",
        ],
        "warnings": re.findall(r"\w+", SETUP["pytest"]["ini_options"]["filterwarnings"][0].rpartition(":")[2]),
    }
    offences = [
        f"{name}: {sorted(set(FLOORS) ^ set(found))}" for name, found in lists.items() if set(found) != set(FLOORS)
    ]
    obey(
        offences,
        "pyproject.toml names the packages four times: a new one belongs into each (docs/how-to/add-a-room.md).",
    )


# Each finds keys or counts in the replica, and asks the primary for what is shown.
LOOK_IN_THE_REPLICA = {"cases/lists/counting.py", "cases/lists/paging.py", "kit/ledgers/reading.py", "kit/replica.py"}


def test_nothing_else_looks_in_the_replica():
    looks = re.compile(r"\bfrom_replica\(|[\"']replica[\"']\s*[,)\]]|\bREPLICA\]|\(REPLICA\)|=REPLICA\b|\.using\(")
    others = [path for path in python_files() if path.relative_to(ROOT).as_posix() not in LOOK_IN_THE_REPLICA]
    advice = "A replica finds keys and figures; what is shown comes from the primary (docs/decisions/0043-replicas.md)."
    obey(lines_with(looks, others), advice)
