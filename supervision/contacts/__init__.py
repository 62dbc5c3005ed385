"""Keeping in touch: contact points of leaders and departments, pledges of units, diaries of officials."""
