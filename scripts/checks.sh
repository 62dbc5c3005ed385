# What ./test runs once the packages and the services are there (POSIX sh). All static checks run; the tests only
# when none of them failed.
set -eu
cd "$(dirname -- "$0")/.."
BIN=.venv/bin

failed=""
step() {
    name=$1
    printf '%s\n' "--- $name" >&2
    shift
    "$@" || failed="$failed [$name]"
}

templates() { find templates ./*/templates -name '*.html' -print 2>/dev/null; }

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

[ -z "$failed" ] || { printf '%s\n' "failed:$failed" >&2; exit 1; }

case "$XINFANG_TEST_EXTENT" in
    quick) marks="not db_slow and not browser and not worker and not long" ;;
    long) marks="" ;;
    *) marks="not long" ;;
esac
# Named here: the launcher has set the product's own settings in the environment, which outdo those of pyproject.toml.
exec $BIN/python -m pytest --ds=tests.settings -n 2 --dist loadfile -m "$marks" "$@"
