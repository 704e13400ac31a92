"""What can be wrong with an article, a module for each sort of complaint; the door is ``articles.check``."""
