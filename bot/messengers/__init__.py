"""Adapters: a platform's JSON and HTTP on one side, our own words on the other."""
