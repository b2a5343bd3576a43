"""The talk through the bot: relay, who talks with whom, floods, blocks and abuse."""
