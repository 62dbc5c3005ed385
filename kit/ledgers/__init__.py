"""Ledgers 台账: declared once, shown as a page, printed on A3, written as a workbook."""
