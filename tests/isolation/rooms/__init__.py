"""What each house of the world has, by package of the installation."""
