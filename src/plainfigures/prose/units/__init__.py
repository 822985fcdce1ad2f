"""Units: currencies, units and rates, and what labels and headings say of them."""
