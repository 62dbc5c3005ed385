"""A toy room: how little an app above the case needs to stand in this house. Only tests start it."""
