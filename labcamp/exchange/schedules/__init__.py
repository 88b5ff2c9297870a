"""Schedules of conferences, and what the services behind them answer: one conference is one event."""
