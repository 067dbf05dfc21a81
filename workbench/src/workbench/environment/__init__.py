"""The Python environment of the cluster: whether it is the same everywhere."""
