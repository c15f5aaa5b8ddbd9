// The tables of a cluster in PostgreSQL, in a schema of their own. Works with PostgreSQL 14 and newer.

/** Raised when the tables change. A node of another version does not join. */
export const LAYOUT = 2

/** A node that others saw so lately is there. */
const LATELY = `seen_at > clock_timestamp() - interval '10 seconds'`

export const CREATE = `
  CREATE SCHEMA IF NOT EXISTS lake;
  -- One row, which each append changes: room for its next versions on the same page.
  CREATE TABLE lake.head (
    one      int PRIMARY KEY CHECK (one = 1),
    cluster  uuid NOT NULL,
    layout   int NOT NULL,
    -- The lake that the cluster was made of
    origin   text NOT NULL,
    position bigint NOT NULL,
    chain    bytea NOT NULL,
    -- What all nodes have in common
    agreement text NOT NULL
  ) WITH (fillfactor = 10);
  CREATE TABLE lake.log (
    position bigint PRIMARY KEY,
    node     uuid NOT NULL,
    at       timestamptz NOT NULL DEFAULT clock_timestamp(),
    chain    bytea NOT NULL,
    body     bytea NOT NULL,
    -- Of an entry that changes it
    agreement text
  );
  -- Bodies are compressed already.
  ALTER TABLE lake.log ALTER COLUMN body SET STORAGE EXTERNAL;
  -- Whole SQLite files, in parts. A new node begins with the newest.
  CREATE TABLE lake.snapshots (
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
  ALTER TABLE lake.snapshots ALTER COLUMN body SET STORAGE EXTERNAL;
  CREATE TABLE lake.nodes (
    id        uuid PRIMARY KEY,
    name      text NOT NULL,
    -- Of its process
    instance  uuid NOT NULL,
    position  bigint NOT NULL,
    seen_at   timestamptz NOT NULL
  );
  -- Where people are. Worth nothing after a crash, so it is not in PostgreSQL's log.
  CREATE UNLOGGED TABLE lake.presence (
    node      uuid NOT NULL,
    dataset   text NOT NULL,
    session   text NOT NULL,
    person    text NOT NULL,
    locations jsonb,
    number    bigserial NOT NULL,
    PRIMARY KEY (node, dataset, session)
  );
  CREATE INDEX presence_by_number ON lake.presence (number);
  -- Which node does the work in the background.
  CREATE TABLE lake.lease (
    one   int PRIMARY KEY CHECK (one = 1),
    node  uuid NOT NULL,
    until timestamptz NOT NULL
  );
  -- The folders of all nodes, of those that are away too.
  CREATE TABLE lake.folders (
    id       uuid PRIMARY KEY,
    name     text NOT NULL,
    -- Its files do not contain what was erased up to this entry
    scrubbed bigint NOT NULL DEFAULT 0,
    -- Folders in it with older copies of the database
    copies   text[] NOT NULL DEFAULT '{}'
  );
  -- What was erased must leave the log and the snapshots, too.
  CREATE TABLE lake.erasure (
    one        int PRIMARY KEY CHECK (one = 1),
    -- The last entry that erased something
    erased     bigint NOT NULL,
    -- Up to this one, log and snapshots do not contain it
    scrubbed   bigint NOT NULL,
    -- Who cleans files now: the nodes do so one after the other
    turn       uuid,
    turn_until timestamptz
  );
  INSERT INTO lake.erasure VALUES (1, 0, 0);`

/** When it was started, which tells servers apart. */
const SERVER = 'extract(epoch FROM pg_postmaster_start_time())::text'

/**
 * $1 position, $2 chain, $3 chain before, $4 body, $5 cluster, $6 node, $7 what this node has agreed to, $8 what is agreed
 * from now on, or null, $9 the server. No row: another node was faster, or something else was agreed, or it is another
 * server. A pooler keeps a connection when the server changes.
 */
export const APPEND = `
  WITH moved AS (
    UPDATE lake.head SET position = $1, chain = $2, agreement = coalesce($8, agreement)
    WHERE position = $1::bigint - 1 AND chain = $3 AND cluster = $5
      AND ($8::text IS NOT NULL OR agreement = $7) AND ${SERVER} = $9
    RETURNING 1
  )
  INSERT INTO lake.log (position, node, chain, body, agreement)
  SELECT $1, $6, $2, $4, $8 FROM moved`

export const WHICH_SERVER = `SELECT ${SERVER} AS server`

/** $1 node; then arrays of datasets, sessions, persons and locations */
export const ANNOUNCE = `
  INSERT INTO lake.presence (node, dataset, session, person, locations)
  SELECT $1, d, s, p, l::jsonb
  FROM unnest($2::text[], $3::text[], $4::text[], $5::text[]) AS t (d, s, p, l)
  ON CONFLICT (node, dataset, session) DO UPDATE
  SET person = excluded.person, locations = excluded.locations, number = excluded.number`

/** $1 node, $2 number */
export const ANNOUNCED = `
  SELECT node, dataset, session, person, locations FROM lake.presence
  WHERE node <> $1 AND number > $2 ORDER BY number`

/** What may have changed since a node looked last. */
export const POLL = `
  SELECT position, cluster, (SELECT coalesce(max(number), 0) FROM lake.presence) AS announced,
    pg_is_in_recovery() AS "isStandby", ${SERVER} AS server,
    -- A node notes its position after the log has it: if one has more, the log has lost entries.
    (SELECT coalesce(max(n.position), 0) FROM lake.nodes n
     WHERE n.position > head.position) AS furthest,
    -- A commit would wait, and its connection with it, for a standby that is not there.
    CASE WHEN current_setting('synchronous_standby_names') = ''
      OR current_setting('synchronous_commit') IN ('off', 'local') THEN false
      ELSE NOT EXISTS (SELECT FROM pg_stat_get_wal_senders()) END AS "isAlone",
    ARRAY(SELECT id FROM lake.nodes WHERE ${LATELY}) AS live
  FROM lake.head`

export const HEAD = 'SELECT cluster, layout, origin, position, chain, agreement FROM lake.head'

/** Bytes of bodies that are read at once; one entry may be larger. */
const BATCH = 4_000_000

/** $1 position. Head and entries as they were at one moment; without entries a row with nulls. */
export const AFTER = `
  SELECT h.position AS head_position, h.chain AS head_chain, pg_is_in_recovery() AS is_standby,
    l.position, l.chain, l.body, l.agreement
  FROM lake.head h LEFT JOIN LATERAL (
    SELECT * FROM (
      SELECT position, chain, body, agreement,
        sum(length(body)) OVER (ORDER BY position) - length(body) AS before
      FROM lake.log WHERE position > $1 ORDER BY position LIMIT 200
    ) found WHERE before < ${BATCH}
  ) l ON true
  ORDER BY l.position`

/** Milliseconds since the epoch. */
const TIME = 'extract(epoch FROM clock_timestamp()) * 1000 AS now'

export const NOW = `SELECT ${TIME}`

/** What need not survive the server waits for no standby: it must be seen by others while that is away. */
const LOCALLY = `WITH own AS MATERIALIZED (SELECT set_config('synchronous_commit', 'local', true) AS is)`

/** $1 node, $2 name, $3 instance, $4 position */
export const HEARTBEAT = `
  ${LOCALLY}
  INSERT INTO lake.nodes
  SELECT $1::uuid, $2::text, $3::uuid, $4::bigint, clock_timestamp() FROM own WHERE own.is <> ''
  ON CONFLICT (id) DO UPDATE
  SET name = excluded.name, instance = excluded.instance, position = excluded.position,
    seen_at = excluded.seen_at
  RETURNING ${TIME}`

/** $1 nodes */
export const HEARTBEATS =
  'SELECT id, seen_at::text AS at FROM lake.nodes WHERE id = ANY($1::uuid[])'

/** $1 instance, $2 seconds. No row: another node holds it. */
export const TAKE_LEASE = `
  ${LOCALLY}
  INSERT INTO lake.lease
  SELECT 1, $1::uuid, clock_timestamp() + make_interval(secs => $2) FROM own WHERE own.is <> ''
  ON CONFLICT (one) DO UPDATE SET node = excluded.node, until = excluded.until
  WHERE lease.node = excluded.node OR lease.until < clock_timestamp()
  RETURNING 1`

/** $1 instance */
export const GIVE_UP_LEASE = 'DELETE FROM lake.lease WHERE node = $1'

/** Nodes that others saw lately, but for $1. */
export const OTHERS = `
  SELECT id, name FROM lake.nodes
  WHERE id <> $1 AND ${LATELY}`

/** $1 node, $2 instance. A node that has more than the log stays listed: others must not write before it is adopted. */
export const LEAVE = `
  WITH given_up AS (DELETE FROM lake.lease WHERE node = $2),
    gone AS (DELETE FROM lake.presence WHERE node = $1),
    stopped AS (
      UPDATE lake.nodes SET seen_at = seen_at - interval '1 minute'
      WHERE id = $1 AND position > (SELECT position FROM lake.head)
    )
  DELETE FROM lake.nodes WHERE id = $1 AND position <= (SELECT position FROM lake.head)`

/** $1 node, $2 name */
export const REGISTER = `
  INSERT INTO lake.folders (id, name) VALUES ($1, $2)
  ON CONFLICT (id) DO UPDATE SET name = excluded.name WHERE folders.name <> excluded.name`

/** $1 node */
export const FORGET_FOLDER = `
  WITH gone AS (DELETE FROM lake.nodes WHERE id = $1) DELETE FROM lake.folders WHERE id = $1`

/** $1 node */
export const SCRUBBED = 'SELECT scrubbed FROM lake.folders WHERE id = $1'

/** $1 entry */
export const NOTE_ERASED = 'UPDATE lake.erasure SET erased = $1 WHERE erased < $1'

/** $1 whose turn it is now, $2 seconds. No row: it is another's. */
export const TAKE_TURN = `
  UPDATE lake.erasure SET turn = $1, turn_until = clock_timestamp() + $2 * interval '1 second'
  WHERE turn IS NULL OR turn = $1 OR turn_until < clock_timestamp()
  RETURNING 1`

/** $1 whose turn it was */
export const END_TURN = 'UPDATE lake.erasure SET turn = NULL WHERE turn = $1'

/** $1 node, $2 entry, $3 names of folders with older copies */
export const FOLDER_SCRUBBED = `
  INSERT INTO lake.folders (id, name, scrubbed, copies) VALUES ($1, '', $2, $3)
  ON CONFLICT (id) DO UPDATE SET scrubbed = excluded.scrubbed, copies = excluded.copies`

/** $1 entry. Nodes that are there, and would miss it if it left the log. */
export const NODES_BEFORE = `SELECT 1 FROM lake.nodes WHERE ${LATELY} AND position < $1`

/** All folders, and whether their nodes are there. */
export const FOLDERS = `
  SELECT f.id, coalesce(nullif(f.name, ''), f.id::text) AS name, f.scrubbed, f.copies,
    EXISTS (SELECT 1 FROM lake.nodes n WHERE n.id = f.id AND ${LATELY}) AS "isHere"
  FROM lake.folders f ORDER BY f.name`

/** How much the log has grown since the newest snapshot, and that one's schema. */
export const GROWTH = `
  SELECT s.schema, count(l.position) AS entries, coalesce(sum(length(l.body)), 0) AS bytes
  FROM (SELECT position, schema FROM lake.snapshots ORDER BY position DESC LIMIT 1) s
  LEFT JOIN lake.log l ON l.position > s.position
  GROUP BY s.schema`
