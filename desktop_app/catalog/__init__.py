"""What titles and other sources say: speaker, fellowship, place, subject, series, topics. Pure."""

RULES = 4
"""The version of the rules. Whoever changes what they give raises it: talks are read anew."""
