"""Question graphs and the engine that walks them. Pure: imports the domain only."""
