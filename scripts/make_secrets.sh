#!/bin/sh
# Makes the secret files that docker-compose.yml mounts. What exists is kept. The folder is never committed.
set -eu
cd "$(dirname -- "$0")/.."
umask 022
mkdir -p secrets
# The containers' users read the files through a mount; on this machine the closed folder protects them.
chmod 700 secrets

random() { od -An -N"$1" -tx1 /dev/urandom | tr -d ' \n'; }
make() { [ -s "secrets/$1" ] || printf '%s' "$2" > "secrets/$1"; }

make secret_key "$(random 48)"
make owner_password "$(random 20)"
make web_password "$(random 20)"
make broker_password "$(random 20)"
make database_url "postgres://xinfang_web:$(cat secrets/web_password)@database:5432/xinfang"
make database_owner_url "postgres://xinfang_owner:$(cat secrets/owner_password)@database:5432/xinfang"
make redis_url "redis://:$(cat secrets/broker_password)@broker:6379"
printf '%s\n' "secrets/ is ready." >&2
