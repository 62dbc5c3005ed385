"""Who sees what of a case: one predicate, one rule for the sealed part, and the mark that shows in SQL that both were asked."""
