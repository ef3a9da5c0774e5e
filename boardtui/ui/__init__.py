"""The Board on the screen: views in, messages out; nothing here knows a database or a Word file."""
