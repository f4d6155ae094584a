"""The trail (留痕): who did what, where and when; append-only, hash-chained; and who looked."""
