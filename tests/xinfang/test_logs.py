"""Log lines hold no personal data and are readable for programs."""

import json
import logging
import sys

from xinfang.logs import JsonFormatter, PlainFormatter


def record_of_a_database_error() -> logging.LogRecord:
    """A record as psycopg2 makes it: the DETAIL line repeats the row."""
    words = "duplicate key value\nDETAIL:  Key (name)=(王某某) already exists."
    try:
        raise ValueError(words)
    except ValueError:
        return logging.LogRecord("cases", logging.ERROR, __file__, 1, "refused %s", ("x",), sys.exc_info())


def test_the_values_of_a_row_stay_out_of_a_traceback():
    line = PlainFormatter().format(record_of_a_database_error())
    assert "duplicate key value" in line
    assert "王某某" not in line


def test_json_lines_hold_time_level_message_and_traceback_without_values():
    entry = json.loads(JsonFormatter().format(record_of_a_database_error()))
    assert (entry["level"], entry["logger"], entry["message"]) == ("ERROR", "cases", "refused x")
    assert "duplicate key value" in entry["exception"]
    assert "王某某" not in entry["exception"]


def test_what_was_sent_begins_no_line_of_its_own():
    sent = "Not Found: /x\n2026-11-29 ERROR forged\r\x1b[2J\u2028\x85"
    record = logging.LogRecord("django.request", logging.WARNING, __file__, 1, "%s", (sent,), None)
    line = PlainFormatter().format(record)
    assert line.splitlines() == [line]
    assert r"/x\n2026" in line
    entry = JsonFormatter().format(record)
    assert entry.splitlines() == [entry]
