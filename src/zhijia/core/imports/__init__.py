"""Imports as records (导入批次): what a file brought in, and how it is taken back."""
