"""What each dialog asks for, and the change it makes."""
