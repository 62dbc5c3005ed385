# Renews the lock files from the *.in files: exact versions and hashes for every platform, no addresses.
# Needs the environment that ./test makes. Pass --upgrade to take newer versions.
set -eu
cd "$(dirname -- "$0")/.."
export UV_SYSTEM_CERTS=1 UV_PYTHON_DOWNLOADS=never
for name in requirements requirements-embedded requirements-s3 requirements-ocr requirements-insight requirements-node requirements-dev; do
    .venv/bin/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes \
        --no-emit-index-url --no-emit-find-links --custom-compile-command "make lock" \
        "$@" "$name.in" -o "$name.lock"
done
npm install --package-lock-only --ignore-scripts
