"""Letters as files: PDF by typst, editable Word; a function of what the document stores, nothing else."""
