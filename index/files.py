"""What a file holds, as a hash; and what the file system says of it, which is cheaper to ask."""

import hashlib
from pathlib import Path

Stamp = list[int]


def sha256(path: Path) -> str:
    """The SHA-256 of the file's bytes."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def stamp(path: Path) -> Stamp:
    """Size, times of the last change of content and of entry, and number of a file.

    As git's index has it: while they are the same, bytes that were hashed once need not be read
    again. Whatever writes to the file or puts another in its place changes them.
    """
    stat = path.stat()
    return [stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns, stat.st_ino]
