#!/bin/sh
# Peers side by side: pgRouting and Valhalla beside NavGeo and a plain Dijkstra.
#
#   peers.sh GRAPH.gr SOURCES TARGETS [EXTRACT.osm.pbf WEST,SOUTH,EAST,NORTH]
#
# NavGeo, Dijkstra and pgRouting take the same graph and the same nodes (SOURCES and TARGETS: node ids, one a line).
# Valhalla takes roads from OpenStreetMap only, so it is measured on the extract, with as many places drawn in the box.
# Whatever is not installed is said to be missing:
#   pgRouting   Debian: apt-get install postgresql-15-pgrouting (the server's own version instead of 15)
#   Valhalla    npm install @valhallajs/valhallajs, and NODE_PATH set to the node_modules it lies in
# pgRouting runs in a database cluster of its own that is thrown away afterwards, on a local socket only.
# Built first: dotnet build -c Release tests/NavGeo.Benchmarks
set -eu
[ $# -ge 3 ] || { echo "usage: peers.sh GRAPH.gr SOURCES TARGETS [EXTRACT.osm.pbf WEST,SOUTH,EAST,NORTH]" >&2; exit 2; }
here=$(cd "$(dirname "$0")" && pwd)
graph=$1 sources=$2 targets=$3 extract=${4:-} box=${5:-}
work=$(mktemp -d)
cluster=
cleanup() {
    if [ -n "$cluster" ]; then as_owner "$bin/pg_ctl" -D "$cluster" -m immediate stop >/dev/null 2>&1 || true; fi
    rm -rf "$work"
}
trap cleanup EXIT

# The database server refuses to run as root.
as_owner() {
    if [ "$(id -u)" = 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi
}

dotnet run -c Release --no-build --project "$here" -- measure --graph "$graph" --sources "$sources" --targets "$targets" --threads 1 --json > "$work/navgeo.json"
python3 - "$work/navgeo.json" > "$work/figures" <<'P'
import json, sys
d = json.load(open(sys.argv[1]))
median = lambda name: (d[name]["median_ms"] if isinstance(d[name], dict) else d[name])
print(median("dijkstra"), median("customise"), median("matrix"), d["sources"], d["targets"], d["nodes"], d["arcs"], d["sum_of_finite_times"])
P
read -r dijkstra customise matrix many to nodes arcs sum < "$work/figures"
row() { awk -v name="$1" -v ms="$2" -v base="$dijkstra" 'BEGIN { printf "%-44s %12.1f %12.2f\n", name, ms, ms / base }'; }
echo "$nodes nodes, $arcs arcs, $many x $to; one thread; load: $(cut -d' ' -f1-3 /proc/loadavg)"
printf '%-44s %12s %12s\n' work ms 'x Dijkstra'
row "plain Dijkstra, one to all" "$dijkstra"
row "Dijkstra, $many to all (reckoned)" "$(awk -v a="$dijkstra" -v b="$many" 'BEGIN { print a * b }')"
row "NavGeo, edit of everything (customise)" "$customise"
row "NavGeo, $many x $to" "$matrix"

bin=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -1 || true)
share=$(echo "$bin" | sed 's|/usr/lib/|/usr/share/|; s|/bin$||')
if [ -z "$bin" ] || [ ! -f "$share/extension/pgrouting.control" ]; then
    echo "pgRouting: not installed, not measured"
else
    [ "$(id -u)" != 0 ] || chown postgres "$work"
    cluster=$work/cluster
    as_owner "$bin/initdb" -D "$cluster" -A trust -U postgres >/dev/null
    as_owner "$bin/pg_ctl" -D "$cluster" -w -o "-c listen_addresses='' -c unix_socket_directories='$work' -c shared_buffers=256MB -c jit=off" start >/dev/null
    sql() { psql -X -q -A -t -v ON_ERROR_STOP=1 -h "$work" -U postgres postgres "$@"; }
    sql -c "create extension pgrouting cascade" 2>/dev/null
    sql -c "create table arcs (id serial, source int, target int, cost float8); create table s (id int); create table t (id int)"
    awk '$1 == "a" { print $2 "," $3 "," $4 }' "$graph" | sql -c "copy arcs (source, target, cost) from stdin csv"
    sql -c "copy s from stdin" < "$sources"
    sql -c "copy t from stdin" < "$targets"
    sql -c "analyze"
    # Only the sum comes back, so that no time goes into sending the table.
    printf '%s\n' '\timing on' "select sum(agg_cost)::bigint from pgr_dijkstraCost('select id, source, target, cost from arcs', array(select id from s), array(select id from t), true);" > "$work/ask.sql"
    LC_ALL=C psql -X -q -A -t -h "$work" -U postgres postgres -f "$work/ask.sql" > "$work/answer"
    row "pgRouting $(sql -c 'select pgr_version()'), $many x $to" "$(awk '/^Time:/ { print $2 }' "$work/answer")"
    found=$(head -1 "$work/answer")
    [ "$found" = "$sum" ] && echo "  the same sum of all times: $sum" || echo "  sums of all times: NavGeo $sum, pgRouting $found (pgRouting leaves out pairs of a node with itself)"
fi

if [ -z "$extract" ] || [ -z "$box" ]; then
    echo "Valhalla: no extract or no box given, not measured"
elif ! command -v node >/dev/null || ! node -e 'require("@valhallajs/valhallajs")' 2>/dev/null; then
    echo "Valhalla: @valhallajs/valhallajs is not installed, not measured"
else
    node "$here/valhalla.cjs" "$extract" "$box" "$many" "$to" "$work" > "$work/valhalla" 2> "$work/valhalla.log" \
        || { echo "Valhalla: failed:"; tail -3 "$work/valhalla.log"; exit 0; }
    tail -1 "$work/valhalla.log"
    # It writes its log to the same stream.
    grep -E '^[0-9a-z_]+ [0-9.]+$' "$work/valhalla" | while read -r name ms; do row "Valhalla, $(echo "$name" | tr _ ' ') (the extract)" "$ms"; done
fi
