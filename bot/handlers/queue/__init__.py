"""From a new case to a claim: cards, digest, opening hours, the switchboard."""
