"""Learns the weights by which the lines of a page get their roles. Not needed to read a page.

``pages.xz`` has pages written by hand in the styles of many papers, those that the tests read, and texts
that are no pages (minutes, recipes, notices); ``more.xz`` has pages laid out by a program from articles of
our own. All are our own words. From their articles further pages are laid out: by houses (``houses``), or
mixed as they are (``blocks``). :func:`pages.read_pages` gives the rows with their roles.

``python -m reader.articles.importing.newspaper.training.train`` makes the weights anew, in some minutes;
``--aside`` tells instead how well pages are read that were kept aside. The pages of
``tests/data/pages/unseen`` are in neither file.
"""
