"""Text before meaning: regions, sentences, words and offsets."""
