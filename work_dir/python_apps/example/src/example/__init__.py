"""Learns from features of users whether they pay, compares models and draws one report."""
