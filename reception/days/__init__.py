"""Reception days 领导接访: rules per post, days published beforehand, attendance, what fell short (Art. 18)."""
