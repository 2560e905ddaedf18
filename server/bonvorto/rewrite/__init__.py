"""Rewriting: filling slots, keeping facts, choosing how much to replace, composing the reply."""
