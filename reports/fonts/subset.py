"""Cuts Noto Sans SC and KR to the characters of national standards: subset.py SC.ttf KR.ttf (needs fontTools)."""

import subprocess
import sys
import tempfile


def two_byte_characters(codec, last=0xFE):
    """All characters that a two-byte codec writes with a first byte up to the last."""
    found = set()
    for first in range(0xA1, last + 1):
        for second in range(0x40, 0xFF):
            try:
                found.update(map(ord, bytes([first, second]).decode(codec)))
            except UnicodeDecodeError:
                pass
    return found


def subset(source, characters, target):
    with tempfile.NamedTemporaryFile("w", suffix=".txt") as listed:
        listed.write(",".join(f"{c:X}" for c in sorted(characters)))
        listed.flush()
        subprocess.check_call(
            ["pyftsubset", source, f"--unicodes-file={listed.name}", f"--output-file={target}",
             "--no-hinting", "--layout-features=", "--name-IDs=*", "--notdef-outline", "--no-recalc-timestamp"])


han = two_byte_characters("gb2312") | two_byte_characters("euc_jp") | two_byte_characters("big5", 0xC6)
east = {c for c in han if 0x4E00 <= c <= 0x9FFF} | set(range(0x3000, 0x3100)) | set(range(0xFF01, 0xFFF0))
korean = {c for c in two_byte_characters("euc_kr") if 0xAC00 <= c <= 0xD7A3}
subset(sys.argv[1], east, "NotoSansSC_400Regular_subset.ttf")
subset(sys.argv[2], korean, "NotoSansKR_400Regular_subset.ttf")
