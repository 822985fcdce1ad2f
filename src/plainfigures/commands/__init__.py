"""The commands of `plainfigures`, a module each; what they work with is imported when they run."""
