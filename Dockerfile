# One image for web, worker and beat; without the launcher (embedded/) and the demonstration (.dockerignore).
FROM python:3.11-slim-bookworm AS assets
WORKDIR /build
COPY requirements-node.lock ./
RUN pip install --no-cache-dir --require-hashes -r requirements-node.lock
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev --ignore-scripts --no-audit --no-fund
COPY scripts/copy_assets.py scripts/
RUN python scripts/copy_assets.py

FROM python:3.11-slim-bookworm
ENV PYTHONUNBUFFERED=1 \
    XINFANG_DATA=/srv/xinfang/data \
    XINFANG_KEYS_FILE=/srv/xinfang/keys/keys.json \
    STORAGE_URL=file:///srv/xinfang/files
WORKDIR /srv/xinfang/app
RUN useradd --system --uid 10001 --home-dir /srv/xinfang --shell /usr/sbin/nologin xinfang \
    && mkdir -p /srv/xinfang/data /srv/xinfang/keys /srv/xinfang/files \
    && chown xinfang /srv/xinfang/data /srv/xinfang/keys /srv/xinfang/files \
    && chmod 700 /srv/xinfang/keys
COPY requirements.lock requirements-s3.lock requirements-insight.lock ./
RUN pip install --no-cache-dir --require-hashes -r requirements.lock -r requirements-s3.lock -r requirements-insight.lock
COPY . .
COPY --from=assets /build/var/vendor var/vendor
RUN python manage.py collectstatic --no-input --verbosity 0
USER xinfang
ENV XINFANG_ENV=production XINFANG_LOG=json
EXPOSE 8000
CMD ["gunicorn", "xinfang.wsgi", "--bind", "0.0.0.0:8000", "--worker-class", "gthread", "--workers", "2", \
     "--threads", "4", "--preload", "--no-control-socket", "--worker-tmp-dir", "/dev/shm", \
     "--access-logfile", "-", "--access-logformat", "%(t)s %({xinfang.address}e)s %({xinfang.account}e)s %(m)s %({xinfang.path}e)s %(s)s %(B)s %(D)sus"]
