"""members (会员): people of the union, their membership, committees and posts."""
