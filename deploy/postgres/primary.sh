#!/bin/bash
# Runs once, in the first start of the primary: the database of the cluster, and what its standby needs.
set -euo pipefail

psql --set=ON_ERROR_STOP=1 --username="$POSTGRES_USER" --dbname=postgres <<'SQL'
\getenv copydesk COPYDESK_PASSWORD
\getenv replication REPLICATION_PASSWORD
CREATE ROLE copydesk LOGIN PASSWORD :'copydesk';
CREATE DATABASE copydesk OWNER copydesk;
REVOKE CONNECT ON DATABASE copydesk FROM PUBLIC;
CREATE ROLE replication LOGIN REPLICATION PASSWORD :'replication';
SELECT pg_create_physical_replication_slot('standby');
-- From the next start on: each commit waits until the standby has it on its disk.
ALTER SYSTEM SET synchronous_standby_names = 'standby';
SQL
echo 'host replication replication all scram-sha-256' >> "$PGDATA/pg_hba.conf"
