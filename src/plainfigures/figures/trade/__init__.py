"""Trade: percentages as shares and changes, the goods and countries that they are of."""
