"""Sums: what a sum of money is, what it is for, and whether it is bound or to come."""
