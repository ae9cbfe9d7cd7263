"""Measurements that anyone can run again; nothing else needs them."""
