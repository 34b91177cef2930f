"""Which of a process's memory is asked to lie in large pages."""

from assistant.memory import settle, whole_pages

MAPS = """\
00400000-00a00000 rw-p 00000000 00:00 0                                  [heap]
7f0000100000-7f0000700000 rw-p 00000000 00:00 0
7f0000700000-7f00007ff000 rw-p 00000000 00:00 0
7f0001000000-7f0001800000 r--p 00000000 fe:00 1234                       /index/codes.npy
7f0002000000-7f0002800000 rw-s 00000000 fe:00 1235                       /shared
7f0003000000-7f0003800000 r-xp 00000000 00:00 0                          [vdso]
"""


def test_whole_large_pages_that_are_no_files_are_found() -> None:
    large = 2 << 20
    assert list(whole_pages(MAPS)) == [(0x400000, 3 * large), (0x7F0000200000, 2 * large)]


def test_memory_stays_as_it_is_when_it_settles() -> None:
    kept = [str(number) * 50 for number in range(100_000)]
    settle()
    assert all(text == str(number) * 50 for number, text in enumerate(kept))
