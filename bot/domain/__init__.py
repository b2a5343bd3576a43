"""Nouns and rules. Pure, synchronous, standard library only."""
