"""The portal 门户: what citizens do themselves without an account, and what the office publishes for them (Art. 18, 21)."""
