"""Many articles on one machine: worker processes that may die, one writer, and an account in which nothing is lost.

:func:`extractor.batch.run.run` reads sources into a store; :func:`extractor.batch.run.load` brings home what a
distributed run has written. :class:`extractor.batch.pool.Pool` is what both kinds of run extract with: an article that
kills its process is tried once more alone and then set aside, and one that takes too long is stopped.
"""
