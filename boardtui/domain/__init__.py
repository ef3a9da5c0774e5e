"""The rules of the Board as pure functions: no database, no screen, no clock."""
