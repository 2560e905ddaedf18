"""Bonvorto: kind wording for customer replies in Esperanto, Georgian, Russian and English."""

__version__ = "0.1.0"
