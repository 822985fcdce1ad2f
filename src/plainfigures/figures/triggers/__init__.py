"""Triggers: the words that may give a measure, and which units and texts go with them."""
