"""Categories: learned from confirmed cases where there are enough, by the words of the dictionary until then."""
