"""The schema of the community's database, a numbered step at a time."""
