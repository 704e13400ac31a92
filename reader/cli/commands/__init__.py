"""One command a module: ``add_arguments(parser)``, ``run(arguments, context) -> int``."""
