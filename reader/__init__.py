"""读报 dubao: a terminal reader and quiz tool for learners of Chinese."""

__version__ = "0.1.0"
