# Brings code and templates into the one form that ./test checks. Needs the environment that ./test makes.
set -eu
cd "$(dirname -- "$0")/.."
.venv/bin/ruff check --quiet --fix . || true
.venv/bin/ruff format --quiet .
find templates ./*/templates -name '*.html' -exec .venv/bin/djade --target-version 5.2 {} + 2>/dev/null || true
.venv/bin/ruff check .
