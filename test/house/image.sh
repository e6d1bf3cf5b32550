#!/usr/bin/env bash
# Runs the steps of the Dockerfile by hand on a clean copy (no Docker daemon needed), then starts what the image
# would start and asks it for the trace of an achievement.
set -euo pipefail
cd "$(dirname "$0")/../.."
image=$(mktemp -d)
trap 'kill "${server:-}" 2>/dev/null || true; rm -rf "$image"' EXIT
mkdir "$image/build" "$image/app" "$image/data"

# FROM … AS build
git ls-files -z package.json package-lock.json tsconfig.json tsconfig.build.json scripts/build.mjs src | xargs -0 cp --parents -t "$image/build"
(cd "$image/build" && npm ci --ignore-scripts --loglevel=error && npm run build --silent && npm prune --omit=dev --ignore-scripts --loglevel=error)

# FROM node (the second stage)
cp -r "$image/build/package.json" "$image/build/node_modules" "$image/build/dist" schema seeds "$image/app"
cd "$image/app"
NODE_ENV=production HOST=127.0.0.1 PORT=0 JEJAK_DATA="$image/data" node dist/cli/main.js serve >"$image/out" 2>"$image/err" &
server=$!
for _ in $(seq 120); do
  grep -q '^ready ' "$image/out" && break
  kill -0 "$server" 2>/dev/null || { cat "$image/err"; exit 1; }
  sleep 0.5
done
url=$(sed -n 's/^ready //p' "$image/out")
[ -n "$url" ] || { echo 'the server did not get ready'; cat "$image/err"; exit 1; }

ask() { curl -sS -f -H 'content-type: application/json' --data "$1" "$url"; }
id=$(ask '{"query":"{search(query:\"top 25 singo\",types:[ACHIEVEMENT],first:1){nodes{node{id}}}}"}' | sed -n 's/.*"id":"\([^"]*\)".*/\1/p')
ask "{\"query\":\"{trace(of:\\\"$id\\\"){steps{sentence evidence{locator source{title}}}}}\"}" | grep -q 'paragraf'
curl -sS -f "${url%/graphql}/health/ready" >/dev/null
kill -TERM "$server"
wait "$server"
echo 'image steps: built, served, traced, stopped'
