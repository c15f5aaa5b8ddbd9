#!/bin/bash
# The first start copies the primary. Later starts go on where this standby was.
set -euo pipefail

if [ ! -s "$PGDATA/PG_VERSION" ]; then
  mkdir -p "$PGDATA"
  chmod 0700 "$PGDATA"
  pg_basebackup --pgdata="$PGDATA" --write-recovery-conf --slot=standby --checkpoint=fast \
    --dbname="host=postgres-1 user=replication application_name=standby"
fi
exec postgres
