"""Measuring, synthesising and encoding sound."""
