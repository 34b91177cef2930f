"""Passages in, ranked hits out: embeddings, FAISS, BM25, late interaction, fusion, storage."""

import os

# Read when numpy is first imported. The products of late interaction are many and small: shared
# between threads, each waits for the other's turn at the processor, and takes two to ten times as
# long on a machine that has other work. Who sets the variable is heeded.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
