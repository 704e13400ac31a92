"""Learns the weights by which the lines of a page get their roles. Not needed to read a page."""
