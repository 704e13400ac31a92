"""The training ground for figures: short exercises, each as hard as the reader can just take."""
