"""Appraisal (民主评议、会员评家、满意度测评): objects, groups of judges, result sheets."""
