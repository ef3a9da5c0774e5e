"""The eight places and what opens from them, one file each."""
