"""Whether a council's own template may be used: it does no harm, knows its fields and loses nothing (DESIGN 6, 8)."""
