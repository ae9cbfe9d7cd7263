"""Sample answers: right in other ways, wrong, and a class of them."""
