"""Ledgers as people have them: which are open to whom, what was asked, the workbook as long work."""
