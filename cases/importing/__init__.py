"""Cases of other systems, from csv, csv.gz and xlsx files: read, recognised, checked row by row, written in batches."""
