"""Questions that hang on the ones before them."""
