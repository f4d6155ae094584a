"""By-laws (制度上墙): rule documents with their versions, and the sheet on the wall."""
