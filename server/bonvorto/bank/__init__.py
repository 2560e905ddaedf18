"""Phrase banks: what a file may say, loading, checking, watching, coverage."""
