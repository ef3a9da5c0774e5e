"""Small pictures for the head of papers, made here so that no file of somebody's has to be kept."""

from __future__ import annotations

import os
import struct
import tempfile
import zlib
from pathlib import Path

GREEN, BLUE = b"\x2b\x6a\x4d", b"\x1f\x2a\x44"


def png(colour: bytes = GREEN, wide: int = 1, tall: int = 1) -> bytes:
    """Return a picture of one colour as a PNG file."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    head = struct.pack(">IIBBBBB", wide, tall, 8, 2, 0, 0, 0)
    dots = zlib.compress((b"\0" + colour * wide) * tall)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", dots) + chunk(b"IEND", b"")


def picture_file(colour: bytes = GREEN) -> Path:
    """Return the path of a picture of one colour, made if it is not there."""
    path = Path(tempfile.gettempdir(), f"boardtui-{colour.hex()}.png")
    half = path.with_suffix(f".{os.getpid()}")
    half.write_bytes(png(colour))
    return half.replace(path)  # whole at once: tests that run beside this one read it too
