"""Leaders' instructions 领导批示: submitted with a digest, written down, followed up by tasks (Art. 38)."""
