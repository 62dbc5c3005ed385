"""Relief 帮扶: assistance tied to a case, decided by two, paid from an earmarked fund that cannot be overdrawn."""
