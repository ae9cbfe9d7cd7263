"""The host side of Chain Rule: builds the course and grades submissions."""
