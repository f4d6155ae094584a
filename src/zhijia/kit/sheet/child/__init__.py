"""The limited process that opens other people's files; standard library and calamine only, so that it
starts fast.
"""
