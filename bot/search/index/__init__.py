"""The index of one edition: what it keeps of briefings, how it is built, opened and looked up."""
