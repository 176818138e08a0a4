"""The demo spa: what stands in it, who works there, and its owner's workbook."""

from infra.local.demo.loading import load, load_demo, publish
from infra.local.demo.workbook import TITLE, workbook

__all__ = ["SPA_ID", "TITLE", "load", "load_demo", "publish", "workbook"]

SPA_ID = "new-york"
