"""Letters of the records of rooms: issued, served and scanned inside `recording`; read by who may read the record."""
