"""Places: where what a figure counts happened or is, from its line to the whole text."""
