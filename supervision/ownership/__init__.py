"""Case ownership 包案: a leader answers for a case by name until another person strikes it off (practice.md §4)."""
