"""Pure rules of the summary: outlines, wording, markers, blanks, typed numbers, order, statistics. Values in, values out."""
