# The build stage has pip and a compiler's worth of tools; the bot gets only what it made.
FROM python:3.12.8-slim-bookworm AS build
WORKDIR /src
RUN python -m venv /opt/attache
COPY pyproject.toml constraints.txt README.md LICENSE ./
COPY bot ./bot
RUN /opt/attache/bin/python -m pip install --no-cache-dir --disable-pip-version-check \
    --constraint constraints.txt '.[postgres]'

FROM python:3.12.8-slim-bookworm
LABEL org.opencontainers.image.title="Attaché" \
      org.opencontainers.image.description="Answers questions from briefings on Discord" \
      org.opencontainers.image.licenses="MIT"
RUN useradd --system --uid 10001 --home-dir /var/lib/attache --create-home attache
# pip's metadata stays in the environment: tools that list what is in an image read it there.
COPY --from=build /opt/attache /opt/attache
COPY --chown=root:root config /srv/attache/config
COPY --chown=root:root data /srv/attache/data
WORKDIR /srv/attache
ENV PATH=/opt/attache/bin:$PATH \
    PYTHONDONTWRITEBYTECODE=1 \
    PYTHONUNBUFFERED=1 \
    ATTACHE_STATE=/var/lib/attache \
    ATTACHE_HEALTH_PORT=8095
# By number, so that an orchestrator can see that it is not root.
USER 10001
VOLUME /var/lib/attache
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=30s --timeout=10s --start-period=120s --retries=3 \
    CMD ["attache", "status", "--ready"]
ENTRYPOINT ["attache"]
CMD ["run"]
