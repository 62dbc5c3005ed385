#!/bin/sh
# Runs once in the database container: the role of the pages, which owns no table, and what it may do by default.
set -eu
psql --set ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" \
    --set password="$(cat /run/secrets/web_password)" <<'SQL'
CREATE ROLE xinfang_web LOGIN PASSWORD :'password';
REVOKE ALL ON DATABASE xinfang FROM PUBLIC;
GRANT CONNECT, TEMPORARY ON DATABASE xinfang TO xinfang_web;
REVOKE ALL ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO xinfang_web;
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO xinfang_web;
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT USAGE, SELECT ON SEQUENCES TO xinfang_web;
SQL
