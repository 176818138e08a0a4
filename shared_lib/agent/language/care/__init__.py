"""Trouble in a guest's words, in all of our languages at once; the words lie in a file for each language."""

from shared_lib.agent.language.care.hearing import goes_on, trouble_in
from shared_lib.agent.language.care.trouble import KINDS, Kind, Trouble, marker

__all__ = ["KINDS", "Kind", "Trouble", "goes_on", "marker", "trouble_in"]
