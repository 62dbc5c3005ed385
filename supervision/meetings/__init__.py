"""Meetings 会议: cadence, agenda, attendance, minutes, resolutions; and reports to congress and conference."""
