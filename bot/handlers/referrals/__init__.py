"""Referrals to partner institutions: asked for, sent, answered, chased."""
