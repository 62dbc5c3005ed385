"""对账: lists of others held against ours, every difference settled by a named person."""
