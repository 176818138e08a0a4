"""Snapshots of the spa from PostgreSQL."""
