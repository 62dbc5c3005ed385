# What can be checked without running a test (POSIX sh); ./test runs it beside the tests. All of it runs; the names of
# what failed come last.
set -eu
cd "$(dirname -- "$0")/.."
BIN=.venv/bin

failed=""
child=""
trap '[ -z "$child" ] || kill "$child" 2>/dev/null; exit 143' TERM
step() {
    name=$1
    printf '%s\n' "--- $name" >&2
    shift
    "$@" & child=$!
    wait "$child" || failed="$failed [$name]"
}

# A floor without templates is no fault.
templates() { find templates ./*/templates -name '*.html' -print 2>/dev/null || true; }

djade() {
    files=$(templates)
    # shellcheck disable=SC2086
    [ -z "$files" ] || $BIN/djade --check --target-version 5.2 $files
}

floors() {
    # Its banner is longer than its news: shown only when there is some.
    report=$($BIN/lint-imports --no-cache 2>&1) || { printf '%s\n' "$report" >&2; return 1; }
}

production_check() {
    # A throw-away key of the right length; nothing is served with it.
    key=$($BIN/python -c 'import secrets; print(secrets.token_urlsafe(60))')
    XINFANG_ENV=production SECRET_KEY="$key" $BIN/python manage.py check --deploy --fail-level WARNING
}

step "ruff" $BIN/ruff check --quiet .
step "ruff format" $BIN/ruff format --check --quiet .
step "djade" djade
step "mypy" $BIN/mypy --no-error-summary .
step "floors" floors
step "migrations" $BIN/python manage.py makemigrations --check --dry-run --verbosity 1
step "production settings" production_check
step "printed documents" $BIN/python manage.py print_docs --check

if [ -n "$failed" ]; then
    printf '%s\n' "failed:$failed" >&2
    # The tests look for this file, and end when it is there.
    [ -z "${XINFANG_CHECKS_FAILED:-}" ] || touch "$XINFANG_CHECKS_FAILED"
    exit 1
fi
