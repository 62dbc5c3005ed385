"""A test district of any size by COPY: written-down histories, walked into the rows that the acts would leave behind."""
