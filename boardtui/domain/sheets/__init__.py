"""What a council's spreadsheet means: which row is its head, what each column and cell says (DESIGN 8, *Imports*)."""
