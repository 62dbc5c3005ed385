"""The faces of a letter: those a site puts into its own folder come first, the ones from the wheels always stand behind."""

from functools import cache
from pathlib import Path

import pylopdf_fonts_jp
import pylopdf_fonts_zh_cn
import typst
from django.conf import settings

# The Japanese face carries names such as 𠮷 that the Chinese one lacks; it is asked last.
_BEHIND = ["Noto Serif SC", "Noto Serif JP"]
# The official faces are proprietary: a site that owns them names their folder in XINFANG_FONTS.
FACES: dict[str, list[str]] = {
    "head": ["FZXiaoBiaoSong-B05S", "FZXiaoBiaoSong-B05", "方正小标宋简体", "方正小标宋_GBK", *_BEHIND],
    "body": ["FangSong_GB2312", "仿宋_GB2312", "FangSong", "仿宋", *_BEHIND],
    "label": ["SimHei", "黑体", "Noto Sans SC", "Noto Sans JP"],
    "small": ["SimSun", "宋体", *_BEHIND],
}


@cache
def fonts() -> typst.Fonts:
    """Return the fonts of this site, read once a process; fonts of the machine are never used."""
    own = [Path(settings.XINFANG_FONTS)] if settings.XINFANG_FONTS else []
    folders = [*own, pylopdf_fonts_zh_cn.serif_path().parent, pylopdf_fonts_jp.serif_path().parent]
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(f) for f in folders])
