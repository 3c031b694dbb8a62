"""What looks after the project; nothing of it is installed."""
