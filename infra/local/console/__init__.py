"""The console of the local system: what the vendors' stand-ins hold, and the levers to move them."""

from infra.local.console.app import LocalSystem, create_console

__all__ = ["LocalSystem", "create_console"]
