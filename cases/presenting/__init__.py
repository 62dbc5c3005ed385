"""From a case file to what the components of templates/ expect; words, dates, tones and addresses, no markup."""
