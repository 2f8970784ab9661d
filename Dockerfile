# The image of one Vigil process. Built with: docker build -t vigil .
FROM node:24-bookworm-slim AS build
WORKDIR /vigil
# What the native vector index is compiled with, where it has no binary for the platform.
RUN apt-get update && apt-get install -y --no-install-recommends python3 make g++ && rm -rf /var/lib/apt/lists/*
COPY package.json package-lock.json ./
RUN npm ci --no-audit --no-fund
COPY . .
# Front-ends, and what the articles are learned into, so that a container starts in seconds.
RUN npm run build && CACHE_DIR=/vigil/cache node scripts/kb.ts check && npm prune --omit=dev

FROM node:24-bookworm-slim
WORKDIR /vigil
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 DATA_DIR=/data CACHE_DIR=/data/cache
COPY --from=build --chown=root:root /vigil /vigil
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=3s --start-period=90s CMD ["node", "-e", "fetch('http://127.0.0.1:'+process.env.PORT+'/readyz').then((r)=>process.exit(r.ok?0:1),()=>process.exit(1))"]
# Node itself and no shell in between, so that signals arrive.
CMD ["node", "--disable-warning=ExperimentalWarning", "src/main.ts"]
