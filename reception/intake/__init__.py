"""Pages of registration of one channel each; all of them go through the one registration (cases.views.intake_page)."""
