"""Return visits 回访: samples drawn by rule and by lot, made by somebody who had no part in the case, fed back to the unit."""
