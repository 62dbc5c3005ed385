"""The Regulation on Petition Work (信访工作条例, 2022) as data and pure functions; no Django on this floor."""
