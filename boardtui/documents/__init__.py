"""Documents: frozen papers become Word files, through templates a council can edit in Word (DESIGN 6)."""
