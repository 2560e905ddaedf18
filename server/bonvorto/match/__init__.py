"""Matching: patterns, the automata they become, the index that finds candidates, the choice."""
