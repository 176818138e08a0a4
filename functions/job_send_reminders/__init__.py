"""Reminders of visits."""
