"""The steps that lead an older database to the present schema, in order of their numbers."""
