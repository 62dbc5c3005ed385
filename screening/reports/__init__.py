"""Reports of a round: zero reports, corrected and late ones, a town's one approval of its whole grid."""
