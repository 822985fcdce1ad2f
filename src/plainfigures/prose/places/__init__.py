"""Places: where the names and phrases of a sentence say that something is."""
