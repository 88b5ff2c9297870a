"""Lists of events: CSV files and workbooks with one row an event."""
