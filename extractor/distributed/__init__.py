"""Past one machine: the same extraction over a Ray cluster, from files to Parquet.

:func:`extractor.distributed.engine.run` reads inputs where there is room, extracts in every core and writes a folder
of Parquet files, each row a record or a rejection. :func:`extractor.distributed.rows.stored` reads such a folder again.
Ray comes with the extra ``soatso[ray]``; the rows alone need only ``soatso[batch]``.
"""
