"""What a process that answers for long keeps: not looked through for garbage, in large pages."""

import ctypes
import gc
import mmap
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

SELDOM = 20_000  # new objects after which garbage is looked for; an answer leaves about a hundred
LARGE = 2 << 20  # bytes of a large page of Linux
COLLAPSE = 25  # MADV_COLLAPSE: at once, not when the system comes to it


@contextmanager
def kept_for_good() -> Iterator[None]:
    """What is made here is never looked through for garbage, neither now nor later."""
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()


def settle() -> None:
    """All that is kept now is kept for good, in large pages where the system has them.

    An answer reads a little of much: with small pages it waits for their addresses to be found.
    Garbage is looked for more seldom from then on, as an answer leaves next to none.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(SELDOM)
    if sys.platform == "linux":
        advise = ctypes.CDLL(None).madvise
        advise.argtypes = (ctypes.c_void_p, ctypes.c_size_t, ctypes.c_int)
        for start, size in whole_pages(Path("/proc/self/maps").read_text()):
            advise(start, size, mmap.MADV_HUGEPAGE)
            advise(start, size, COLLAPSE)  # refused by an old kernel, or for want of memory


def whole_pages(maps: str) -> Iterator[tuple[int, int]]:
    """Where the large pages of memory that is no file's begin, and their bytes, region by region.

    `maps`: the process's, in the form of `/proc/self/maps`.
    """
    for line in maps.splitlines():
        addresses, permissions, _, _, inode, *_ = line.split()
        start, end = (int(address, 16) for address in addresses.split("-"))
        first, last = -(-start // LARGE) * LARGE, end // LARGE * LARGE
        if inode == "0" and permissions.startswith("rw") and first < last:
            yield first, last - first
