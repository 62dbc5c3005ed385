"""The yearly assessment 考核 of units by their duties, and the daily spot check 日抽查 (Art. 39, para 1)."""
