"""Everyday dates, German and English: how they are said, and which days they mean."""
