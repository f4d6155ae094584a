"""Dates as 2021年3月5日."""

DATE_FORMAT = "Y年n月j日"
SHORT_DATE_FORMAT = "Y-n-j"
DATETIME_FORMAT = "Y年n月j日 H:i"
DATE_INPUT_FORMATS = ["%Y-%m-%d", "%Y年%m月%d日", "%Y.%m.%d", "%Y/%m/%d", "%Y%m%d"]
USE_THOUSAND_SEPARATOR = False
