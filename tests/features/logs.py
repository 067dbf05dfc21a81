"""Small logs that try the job: ties, extremes, repetitions, and every way of being malformed."""

from __future__ import annotations

import random
from pathlib import Path

LOG1 = b"userId;region;type;paid"
LOG2 = b"hour;userId;songId;genderId;deviceId"
BOM = b"\xef\xbb\xbf"
INTS = [-2147483648, -1, 0, 1, 2147483647]

BAD_INTS = b"""
-
--1
+1
 1
1_
1.0
1,0
1e3
0x1
abc
NULL
"1"
2147483648
-2147483649
99999999999
00000000001""".split(b"\n")  # the first one is empty
BAD_INTS += [b"1 ", "\u0661".encode(), b"1\0", b"\xff", b"1\r2", b"9" * 5000]
BAD_BOOLEANS = [b"", b"True", b"TRUE", b"1", b"yes", b"true ", b'"true"', b"truefalse", b"t"]
BAD_HOURS = b"""
31-02-2017 00:00:00
29-02-2017 00:00:00
29-02-1900 00:00:00
31-04-2017 00:00:00
00-01-2017 00:00:00
01-00-2017 00:00:00
01-13-2017 00:00:00
01-01-0000 00:00:00
01-01-2017 24:00:00
01-01-2017 23:60:00
01-01-2017 23:59:60
1-1-2017 00:00:00
2017-01-01 00:00:00
01-01-2017T00:00:00
01-01-2017 00:00:00Z
01/01/2017 00:00:00
01-01-17 00:00:00
01-01-2017  0:00:00
01-01-2017 00:00
 01-01-2017 00:00:00
01-01-2017 00:00:0a""".split(b"\n")  # the first one is empty
# Users 0, 1 and the largest have another line, and plays; 11 has no plays; the largest is out of range.
CONFLICTING = b"0;99;1;true 00;99;1;true 1;99;1;true 2147483647;99;1;true 11;1;1;true 011;1;1;false".split()
BAD_DEVICES = [b"", b"_", b"1_", b"_1", b"1", b"1__1", b"1_1_1", b"a_1", b"1_a", b" 1_1", b"1-1"]


def clean(seed: int, users: int = 60, plays: int = 4000) -> tuple[bytes, bytes]:
    """Make logs without a malformed line, whose few genres and songs tie often."""
    dice = random.Random(seed)
    ids = dice.sample(range(-50, 50000), users - len(INTS)) + INTS
    log1 = [
        b"%d;%d;%d;%s" % (user, dice.randrange(10), dice.choice(INTS), dice.choice([b"true", b"false"]))
        for user in ids
    ]
    log1 += dice.choices(log1, k=5)
    log2 = [_play(dice, dice.choice([*ids, 77])) for _ in range(plays)]
    return _file(LOG1, log1), _file(LOG2, log2)


def _play(dice: random.Random, user: int) -> bytes:
    genre = dice.choice([*INTS, 7, 8])
    song = dice.choice([*INTS, *range(9)])
    day = dice.choice([b"29-02-2016", b"29-02-2000", b"01-01-0001", b"31-12-9999"])
    time = dice.choice([b"00:00:00", b"23:59:59", b"12:30:00"])
    return b"%s %s;%d;%d;%d;%d_%d" % (day, time, user, song, genre, dice.randrange(3), abs(user) * 10**12)


def malformed(seed: int) -> tuple[list[bytes], list[bytes]]:
    """Make every malformed line of log1 and log2 that we know of, one flaw in each."""
    dice = random.Random(seed)
    log1, log2 = [b"5;0;0;true", b"-7;1;1;false"], [_play(dice, 5), _play(dice, -7)]
    flawed1 = [_with(line, field, bad) for line in log1 for field in range(3) for bad in BAD_INTS]
    flawed1 += [_with(line, 3, bad) for line in log1 for bad in BAD_BOOLEANS]
    flawed2 = [_with(line, field, bad) for line in log2 for field in (1, 2, 3) for bad in BAD_INTS]
    flawed2 += [_with(line, 0, bad) for line in log2 for bad in BAD_HOURS]
    flawed2 += [_with(line, 4, bad) for line in log2 for bad in BAD_DEVICES]
    whole = [b"", b" ", b";", b"\xc3", b"\xed\xa0\x80", b"\0", BOM, b"\r\r", b"7" * (10 << 20)]
    return flawed1 + whole + [*_misshapen(log1[0]), LOG1], flawed2 + whole + [*_misshapen(log2[0]), LOG2]


def _misshapen(line: bytes) -> list[bytes]:
    return [line + b";", b";" + line, line + b";true", line.rsplit(b";", 1)[0], line + b"\t", BOM + line]


def _with(line: bytes, field: int, value: bytes) -> bytes:
    fields = line.split(b";")
    fields[field] = value
    return b";".join(fields)


def _file(header: bytes, lines: list[bytes]) -> bytes:
    return b"\n".join([header, *lines, b""])


def write_clean(folder: Path, seed: int) -> tuple[list[Path], list[Path]]:
    """Write clean logs, a file each."""
    files = [folder / "log1.csv", folder / "log2.csv"]
    for file, content in zip(files, clean(seed), strict=True):
        file.write_bytes(content)
    return files[:1], files[1:]


def write_dirty(folder: Path, seed: int) -> tuple[list[Path], list[Path]]:
    """Write dirty logs, three files each: one with a BOM, one with CRLF, one without a last newline."""
    dice = random.Random(seed)
    made: list[list[Path]] = []
    for name, good, bad in zip(["log1", "log2"], clean(seed), malformed(seed), strict=True):
        header, *lines = good.rstrip(b"\n").split(b"\n")
        lines += bad
        if name == "log1":
            lines += CONFLICTING
        dice.shuffle(lines)
        (folder / name).mkdir()
        parts = [lines[i::3] for i in range(3)]
        contents = [
            BOM + _file(header, parts[0]),
            _file(header, parts[1]).replace(b"\n", b"\r\n"),
            _file(header, parts[2]).removesuffix(b"\n"),
        ]
        files = [folder / name / f"part-{i}.csv" for i in range(3)]
        for file, content in zip(files, contents, strict=True):
            file.write_bytes(content)
        (folder / name / "_SUCCESS").write_bytes(b"")
        made.append(files)
    return made[0], made[1]
