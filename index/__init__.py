"""Passages in, ranked hits out: embeddings, FAISS, BM25, late interaction, fusion, storage."""
