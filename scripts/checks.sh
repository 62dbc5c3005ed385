# What ./test runs once the packages and the services are there (POSIX sh): the static checks beside the tests, which
# end early when one of those has failed.
set -eu
cd "$(dirname -- "$0")/.."
BIN=.venv/bin

# A third process has work while two wait for stacks and browsers; what it costs (it collects and migrates, about 15 s of
# processor time) is lost where nothing waits.
processes=3
# A test that takes longer than this hangs: it fails, and says where it stood, instead of holding up the whole run.
most=900
case "$XINFANG_TEST_EXTENT" in
    quick) processes=2; marks="not db_slow and not browser and not worker and not long" ;;
    long) marks=""; most=7200 ;;
    *) marks="not long" ;;
esac

report=$(mktemp -d "${TMPDIR:-/tmp}/xinfang-checks.XXXXXX")
static=""
end() {
    [ -z "$static" ] || kill "$static" 2>/dev/null || true
    rm -rf "$report"
}
trap end EXIT
trap 'exit 130' INT TERM

export XINFANG_CHECKS_FAILED="$report/failed"
sh scripts/static_checks.sh > "$report/said" 2>&1 & static=$!

code=0
# Named here: the launcher has set the product's own settings in the environment, which outdo those of pyproject.toml.
$BIN/python -m pytest --ds=tests.settings -n $processes --dist loadfile --no-loadscope-reorder \
    -o faulthandler_timeout=$most -o faulthandler_exit_on_timeout=true \
    -m "$marks" "$@" || code=$?
wait "$static" || code=1
static=""
cat "$report/said" >&2
exit "$code"
