"""Labour relations (来信来访、调解、法律监督、集体合同): each case with its clock."""
