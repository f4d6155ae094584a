"""The union tree (工会组织树), posts (岗位) and powers, who acts, and who may see what."""
