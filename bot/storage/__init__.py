"""The only place with SQL: one module per noun, over a database that settles every race."""
