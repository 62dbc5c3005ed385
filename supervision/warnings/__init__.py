"""Warnings 预警: before and after each due date, whoever has to act and whoever stands over him is told (Art. 38, 40)."""
