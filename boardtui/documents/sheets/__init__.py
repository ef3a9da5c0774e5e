"""Reading what councils keep in sheets: Excel, CSV, tables in Word; each becomes the same plain rows."""
