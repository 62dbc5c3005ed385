"""Old cases 积案: found by a rule or a superior's list, gathered in a campaign, settled by ownership (practice.md §3)."""
