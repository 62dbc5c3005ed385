# Shared by ./run and ./test (POSIX sh, sourced): Python, the locked packages, the front-end files.
# Everything here is skipped when its stamp says that nothing has changed. All chatter goes to stderr.

say() { printf '%s\n' "$*" >&2; }
fail() { say "错误：$*"; exit 1; }

STAMPS="$ROOT/var/stamps"
VENV="$ROOT/.venv"
PY="$VENV/bin/python"

digest_of() { cat "$@" | cksum | tr ' ' '-'; }
stamp_is() { [ -f "$STAMPS/$1" ] && [ "$(cat "$STAMPS/$1")" = "$2" ]; }
write_stamp() { mkdir -p "$STAMPS" && printf '%s\n' "$2" > "$STAMPS/$1"; }

# A home that is missing or cannot be written to is no reason to fail: caches then live in var/.
use_own_caches() {
    if [ -z "${HOME:-}" ] || ! [ -d "$HOME" ] || ! [ -w "$HOME" ]; then
        export UV_CACHE_DIR="$ROOT/var/cache/uv" PIP_CACHE_DIR="$ROOT/var/cache/pip"
        export npm_config_cache="$ROOT/var/cache/npm"
        [ -n "${HOME:-}" ] || export HOME="$ROOT/var/cache"
    fi
}

find_python() {
    for name in "${PYTHON:-}" python3 python3.11 python3.12 python3.13 python3.14 /usr/bin/python3 /usr/local/bin/python3; do
        [ -n "$name" ] || continue
        if "$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then
            command -v "$name"
            return
        fi
    done
    fail "需要 Python 3.11 或更新的版本（命令 python3）。请先安装，或用环境变量 PYTHON 指明它的位置。"
}

make_venv() {
    if [ -x "$PY" ] && "$PY" -c 'import pip, sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; then return; fi
    python=$(find_python) || exit 1
    if ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
        version=$("$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])')
        if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
            say "正在安装 python$version-venv……"
            { apt-get update && apt-get install -y --no-install-recommends "python$version-venv"; } >&2 ||
                fail "不能安装 python$version-venv，请手工安装后再试。"
        else
            fail "这台机器的 Python 缺少 venv 组件。请让管理员执行：apt-get install python$version-venv（或相应的安装命令），再运行一次。"
        fi
    fi
    say "正在建立 Python 环境……"
    rm -rf "$VENV" "$STAMPS"/python-*
    "$python" -m venv "$VENV" >&2 || fail "不能建立 $VENV。"
}

# uv does not read pip's settings: a site's own index has to be handed over.
settings_for_uv() {
    export UV_SYSTEM_CERTS=1 UV_PYTHON_DOWNLOADS=never UV_COMPILE_BYTECODE=1 UV_NO_PROGRESS=1
    if [ -z "${UV_DEFAULT_INDEX:-}${UV_INDEX_URL:-}" ]; then
        index=${PIP_INDEX_URL:-$("$PY" -m pip config get global.index-url 2>/dev/null || true)}
        [ -z "$index" ] || export UV_DEFAULT_INDEX="$index"
    fi
}

# packages_current STAMP LOCK...
packages_current() {
    current_name=$1; shift
    packages_wanted=$(digest_of "$@")
    stamp_is "python-$current_name" "$packages_wanted"
}

# Before anything runs side by side: two installers must not put uv there at the same moment.
ensure_uv() {
    [ -x "$VENV/bin/uv" ] || "$PY" -m pip install --quiet --disable-pip-version-check uv >&2 || say "不能安装 uv。"
}

# install_python STAMP LOCK...: exactly what the lock files say, by uv, else by pip.
install_python() {
    if packages_current "$@"; then return; fi
    name=$1; shift
    say "正在安装 Python 组件……"
    requirements=""
    for lock in "$@"; do requirements="$requirements -r $(basename "$lock")"; done
    cd "$ROOT" || exit 1
    settings_for_uv
    # shellcheck disable=SC2086
    if ! [ -x "$VENV/bin/uv" ] ||
        ! "$VENV/bin/uv" pip install --quiet --python "$PY" --require-hashes $requirements >&2; then
        say "uv 不可用，改用 pip（较慢）……"
        "$PY" -m pip install --quiet --disable-pip-version-check --require-hashes $requirements >&2 ||
            fail "安装 Python 组件失败，原因见上。请检查网络，或设置 PIP_INDEX_URL 为可用的镜像。"
    fi
    write_stamp "python-$name" "$(digest_of "$@")"
    cd "$CALLED_FROM" || exit 1
}

assets_current() {
    assets_wanted=$(digest_of "$ROOT/package-lock.json" "$ROOT/scripts/copy_assets.py")
    stamp_is assets "$assets_wanted" && [ -d "$ROOT/var/vendor/tabler" ]
}

# Front-end files by npm: the system's, else one from a wheel. Runs beside the Python packages.
install_assets() {
    if assets_current; then return; fi
    say "正在安装前端文件……"
    npm=$(command -v npm || true)
    if [ -z "$npm" ] || ! node -e 'process.exit(Number(process.versions.node.split(".")[0]) < 18 ? 1 : 0)' 2>/dev/null; then
        install_python node "$ROOT/requirements-node.lock"
        npm="$VENV/bin/npm"
        PATH="$VENV/bin:$PATH"
    fi
    (cd "$ROOT" && "$npm" ci --no-audit --no-fund --ignore-scripts --no-update-notifier --loglevel=error) >&2 ||
        fail "npm ci 失败，原因见上。请检查网络，或设置 npm 的 registry 为可用的镜像。"
    "$PY" "$ROOT/scripts/copy_assets.py" || fail "复制前端文件失败。"
    write_stamp assets "$assets_wanted"
}

# set_up STAMP LOCK...: the environment, then packages and assets side by side.
set_up() {
    use_own_caches
    mkdir -p "$ROOT/var" 2>/dev/null || fail "$ROOT 不能写入。请换到一个可以写入的目录。"
    make_venv
    packages_current "$@" || ensure_uv
    if assets_current; then
        install_python "$@"
        return
    fi
    install_assets & assets=$!
    ( install_python "$@" ) & packages=$!
    trap 'kill $assets $packages 2>/dev/null; exit 130' INT TERM
    wait "$packages" || { kill "$assets" 2>/dev/null; wait "$assets" 2>/dev/null; exit 1; }
    wait "$assets" || exit 1
    trap - INT TERM
}

# The browser of the tests: the system's; root may install it, everybody else is told how.
ensure_chromium() {
    for name in "${CHROMIUM_PATH:-}" chromium chromium-browser google-chrome; do
        if [ -n "$name" ] && command -v "$name" >/dev/null 2>&1; then return; fi
    done
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then
        say "正在安装测试用的浏览器 chromium……"
        { apt-get update -q && apt-get install -y -q --no-install-recommends chromium; } >&2 ||
            fail "不能安装 chromium，请手工安装后再试，或运行 ./test --quick（不含浏览器测试）。"
        return
    fi
    fail "浏览器测试需要 chromium：请让管理员执行 apt-get install chromium，或用 CHROMIUM_PATH 指明它的位置；不含浏览器测试请运行 ./test --quick。"
}
