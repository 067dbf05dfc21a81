"""What the cluster adds to JupyterLab: the door to its pages, and kernels that are at home on it."""
