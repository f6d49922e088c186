"""The tool behind provider-codes: specs in, typed Python enums out."""
