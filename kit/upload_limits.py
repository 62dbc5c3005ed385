"""How much may come in at once; the limit of a whole request is counted from these."""

MOST_FILES = 10
MOST_BYTES = 20 * 1024 * 1024
# All that is not a file: the fields of a form, or the JSON of a program.
MOST_BYTES_OF_WORDS = 4 * 1024 * 1024
# A form with as many files as one act takes, each as large as it may be.
MOST_BYTES_AT_ONCE = MOST_FILES * MOST_BYTES + MOST_BYTES_OF_WORDS
