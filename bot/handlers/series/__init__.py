"""Series of psychoeducation: chosen, offered, read, kept."""
