// The tables of a cluster in PostgreSQL, in a schema of their own. Works with PostgreSQL 14 and newer.

/** Raised when the tables change. A node of another version does not join. */
export const LAYOUT = 1

export const CREATE = `
  CREATE SCHEMA IF NOT EXISTS copydesk;
  -- One row, which each append changes: room for its next versions on the same page.
  CREATE TABLE copydesk.head (
    one      int PRIMARY KEY CHECK (one = 1),
    cluster  uuid NOT NULL,
    layout   int NOT NULL,
    position bigint NOT NULL,
    chain    bytea NOT NULL
  ) WITH (fillfactor = 10);
  CREATE TABLE copydesk.log (
    position bigint PRIMARY KEY,
    node     uuid NOT NULL,
    at       timestamptz NOT NULL DEFAULT clock_timestamp(),
    chain    bytea NOT NULL,
    body     bytea NOT NULL
  );
  -- Bodies are compressed already.
  ALTER TABLE copydesk.log ALTER COLUMN body SET STORAGE EXTERNAL;
  -- Whole SQLite files, in parts. A new node begins with the newest.
  CREATE TABLE copydesk.snapshots (
    position bigint NOT NULL,
    part     int NOT NULL,
    -- Of the last part only
    parts    int,
    -- The version of the file's tables
    schema   int NOT NULL,
    made_at  timestamptz NOT NULL DEFAULT clock_timestamp(),
    body     bytea NOT NULL,
    PRIMARY KEY (position, part)
  );
  ALTER TABLE copydesk.snapshots ALTER COLUMN body SET STORAGE EXTERNAL;
  CREATE TABLE copydesk.nodes (
    id        uuid PRIMARY KEY,
    name      text NOT NULL,
    -- What nodes must have in common
    agreement jsonb NOT NULL,
    position  bigint NOT NULL,
    seen_at   timestamptz NOT NULL
  );
  -- Where people are. Worth nothing after a crash, so it is not in PostgreSQL's log.
  CREATE UNLOGGED TABLE copydesk.presence (
    node      uuid NOT NULL,
    dataset   text NOT NULL,
    session   text NOT NULL,
    person    text NOT NULL,
    locations jsonb,
    number    bigserial NOT NULL,
    PRIMARY KEY (node, dataset, session)
  );
  CREATE INDEX presence_by_number ON copydesk.presence (number);
  -- Which node does the work in the background.
  CREATE TABLE copydesk.lease (
    one   int PRIMARY KEY CHECK (one = 1),
    node  uuid NOT NULL,
    until timestamptz NOT NULL
  );`

/** $1 position, $2 chain, $3 chain before, $4 body, $5 cluster, $6 node. No row: another node was faster. */
export const APPEND = `
  WITH moved AS (
    UPDATE copydesk.head SET position = $1, chain = $2
    WHERE position = $1::bigint - 1 AND chain = $3 AND cluster = $5 RETURNING 1
  )
  INSERT INTO copydesk.log (position, node, chain, body) SELECT $1, $6, $2, $4 FROM moved`

/** $1 node; then arrays of datasets, sessions, persons and locations */
export const ANNOUNCE = `
  INSERT INTO copydesk.presence (node, dataset, session, person, locations)
  SELECT $1, d, s, p, l::jsonb
  FROM unnest($2::text[], $3::text[], $4::text[], $5::text[]) AS t (d, s, p, l)
  ON CONFLICT (node, dataset, session) DO UPDATE
  SET person = excluded.person, locations = excluded.locations, number = excluded.number`

/** $1 node, $2 number */
export const ANNOUNCED = `
  SELECT node, dataset, session, person, locations FROM copydesk.presence
  WHERE node <> $1 AND number > $2 ORDER BY number`

export const LIVE_NODES = `
  SELECT id FROM copydesk.nodes WHERE seen_at > clock_timestamp() - interval '10 seconds'`

/** What may have changed since a node looked last. */
export const POLL = `
  SELECT position, (SELECT coalesce(max(number), 0) FROM copydesk.presence) AS announced
  FROM copydesk.head`

export const HEAD = 'SELECT cluster, layout, position, chain FROM copydesk.head'

export const AFTER =
  'SELECT position, chain, body FROM copydesk.log WHERE position > $1 ORDER BY position LIMIT 100'

/** $1 node, $2 name, $3 agreement, $4 position */
export const HEARTBEAT = `
  INSERT INTO copydesk.nodes VALUES ($1, $2, $3, $4, clock_timestamp())
  ON CONFLICT (id) DO UPDATE
  SET name = excluded.name, agreement = excluded.agreement, position = excluded.position, seen_at = excluded.seen_at
  RETURNING extract(epoch FROM clock_timestamp()) * 1000 AS now`

/** $1 node, $2 seconds. No row: another node holds it. */
export const TAKE_LEASE = `
  INSERT INTO copydesk.lease VALUES (1, $1, clock_timestamp() + make_interval(secs => $2))
  ON CONFLICT (one) DO UPDATE SET node = excluded.node, until = excluded.until
  WHERE lease.node = excluded.node OR lease.until < clock_timestamp()
  RETURNING 1`

/** $1 node */
export const LEAVE = `
  WITH given_up AS (DELETE FROM copydesk.lease WHERE node = $1),
    gone AS (DELETE FROM copydesk.presence WHERE node = $1)
  DELETE FROM copydesk.nodes WHERE id = $1`

/** How much the log has grown since the newest snapshot, and that one's schema. */
export const GROWTH = `
  SELECT s.schema, count(l.position) AS entries, coalesce(sum(length(l.body)), 0) AS bytes
  FROM (SELECT position, schema FROM copydesk.snapshots ORDER BY position DESC LIMIT 1) s
  LEFT JOIN copydesk.log l ON l.position > s.position
  GROUP BY s.schema`
