"""How many plays each hour of the day has."""
