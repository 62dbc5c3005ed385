"""When who has to report: rhythms, rounds that open and close by themselves, themed screenings and what they cost."""
