"""Letters 文书: their wording, variables, templates, numbers, check codes, scans and files."""
