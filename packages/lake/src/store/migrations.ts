// The history of the schema: entry n changes a file from `user_version` n to n + 1. Never edit a
// released entry; append.

export const MIGRATIONS: readonly string[] = [
  `
  CREATE TABLE documents (
    dataset TEXT NOT NULL,
    id      TEXT NOT NULL,
    type    TEXT NOT NULL,
    rev     TEXT NOT NULL,
    body    TEXT NOT NULL,
    PRIMARY KEY (dataset, id)
  );
  CREATE INDEX documents_by_type ON documents (dataset, type);

  -- Every reference that a stored document holds, so that integrity is a look-up and no scan.
  CREATE TABLE document_references (
    dataset TEXT NOT NULL,
    source  TEXT NOT NULL,
    target  TEXT NOT NULL,
    weak    INTEGER NOT NULL,
    PRIMARY KEY (dataset, source, target, weak)
  ) WITHOUT ROWID;
  CREATE INDEX references_by_target ON document_references (dataset, target);

  -- The log is the truth: listeners, indexes and history read it, never the request that wrote it.
  CREATE TABLE log (
    position       INTEGER PRIMARY KEY AUTOINCREMENT,
    dataset        TEXT NOT NULL,
    transaction_id TEXT NOT NULL,
    author         TEXT NOT NULL,
    timestamp      TEXT NOT NULL,
    -- Tells a repeated request (same text, answered again) from a reused id (refused).
    digest         TEXT NOT NULL,
    UNIQUE (dataset, transaction_id)
  );
  CREATE TABLE log_changes (
    position     INTEGER NOT NULL REFERENCES log (position),
    ordinal      INTEGER NOT NULL,
    dataset      TEXT NOT NULL,
    document_id  TEXT NOT NULL,
    previous_rev TEXT,
    result_rev   TEXT,
    mutations    TEXT NOT NULL,
    -- Mendoza patches on the document without _rev: forwards and backwards.
    apply        TEXT NOT NULL,
    revert       TEXT NOT NULL,
    PRIMARY KEY (position, ordinal)
  ) WITHOUT ROWID;
  CREATE INDEX log_changes_by_document ON log_changes (dataset, document_id, position);

  -- Whole documents before and after, for listeners that resume. Only the newest are kept.
  CREATE TABLE log_bodies (
    position INTEGER NOT NULL,
    ordinal  INTEGER NOT NULL,
    previous TEXT,
    result   TEXT,
    PRIMARY KEY (position, ordinal)
  );

  CREATE TABLE users (
    id            TEXT PRIMARY KEY,
    email         TEXT NOT NULL UNIQUE COLLATE NOCASE,
    name          TEXT NOT NULL,
    -- JSON array of role names
    roles         TEXT NOT NULL,
    password_hash TEXT,
    disabled      INTEGER NOT NULL DEFAULT 0,
    created_at    TEXT NOT NULL
  );
  CREATE TABLE sessions (
    token_hash   TEXT PRIMARY KEY,
    user_id      TEXT NOT NULL REFERENCES users (id),
    created_at   INTEGER NOT NULL,
    expires_at   INTEGER NOT NULL,
    ended_at     INTEGER
  );
  CREATE INDEX sessions_by_user ON sessions (user_id);
  CREATE TABLE tokens (
    id         TEXT PRIMARY KEY,
    name       TEXT NOT NULL,
    role       TEXT NOT NULL,
    token_hash TEXT NOT NULL UNIQUE,
    created_at TEXT NOT NULL,
    revoked_at TEXT
  );
  CREATE TABLE sign_in_links (
    token_hash TEXT PRIMARY KEY,
    user_id    TEXT NOT NULL REFERENCES users (id),
    expires_at INTEGER NOT NULL,
    used_at    INTEGER
  );
  CREATE TABLE sign_in_attempts (
    key        TEXT NOT NULL,
    at         INTEGER NOT NULL
  );
  CREATE INDEX sign_in_attempts_by_key ON sign_in_attempts (key, at);
  CREATE TABLE cors_origins (
    origin      TEXT PRIMARY KEY,
    credentials INTEGER NOT NULL,
    created_at  TEXT NOT NULL
  );
  CREATE TABLE user_settings (
    user_id TEXT NOT NULL,
    key     TEXT NOT NULL,
    value   TEXT NOT NULL,
    PRIMARY KEY (user_id, key)
  );
  CREATE TABLE datasets (
    name       TEXT PRIMARY KEY,
    created_at TEXT NOT NULL,
    created_by TEXT NOT NULL
  );
  CREATE TABLE settings (
    key   TEXT PRIMARY KEY,
    value TEXT NOT NULL
  );
  `,
  `
  -- What is said about a document: comments and tasks are looked up by what they are about.
  CREATE INDEX documents_by_target
    ON documents (dataset, type, json_extract(body, '$.target.document._ref'))
    WHERE type IN ('comment', 'tasks.task');
  `,
  `
  -- Who outside is told of changes.
  CREATE TABLE webhooks (
    id         TEXT PRIMARY KEY,
    -- JSON: name, address, filter, projection and so on
    settings   TEXT NOT NULL,
    -- Signs each request, so it is kept as it is; nothing ever tells it again.
    secret     TEXT,
    -- Position in the log: it is told of what comes after.
    since      INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL
  );
  -- One request each: waiting, or done and kept for a while as the record of its delivery.
  CREATE TABLE webhook_messages (
    id               INTEGER PRIMARY KEY AUTOINCREMENT,
    hook             TEXT NOT NULL REFERENCES webhooks (id) ON DELETE CASCADE,
    dataset          TEXT NOT NULL,
    document_id      TEXT NOT NULL,
    operation        TEXT NOT NULL,
    transaction_id   TEXT NOT NULL,
    transaction_time TEXT NOT NULL,
    payload          TEXT NOT NULL,
    status           TEXT NOT NULL DEFAULT 'queued',
    failures         INTEGER NOT NULL DEFAULT 0,
    result_code      INTEGER,
    created_at       INTEGER NOT NULL,
    next_at          INTEGER NOT NULL
  );
  CREATE INDEX webhook_messages_by_hook ON webhook_messages (hook, status, id);
  CREATE TABLE webhook_attempts (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    message     INTEGER NOT NULL REFERENCES webhook_messages (id) ON DELETE CASCADE,
    at          INTEGER NOT NULL,
    duration    INTEGER NOT NULL,
    result_code INTEGER,
    -- null for a success, else why: http, network, timeout or refused
    failure     TEXT,
    detail      TEXT
  );
  CREATE INDEX webhook_attempts_by_message ON webhook_attempts (message, id);
  -- What readers do not see yet: told to hooks when its time has come.
  CREATE TABLE webhook_waiting (
    dataset     TEXT NOT NULL,
    document_id TEXT NOT NULL,
    PRIMARY KEY (dataset, document_id)
  ) WITHOUT ROWID;
  `,
  `
  -- Who somebody is at a provider of identities: addresses are given to others, subjects are not.
  CREATE TABLE sso_identities (
    issuer   TEXT NOT NULL,
    subject  TEXT NOT NULL,
    user_id  TEXT NOT NULL REFERENCES users (id),
    -- milliseconds since the epoch
    bound_at INTEGER NOT NULL,
    PRIMARY KEY (issuer, subject)
  ) WITHOUT ROWID;
  CREATE UNIQUE INDEX sso_identities_by_user ON sso_identities (user_id, issuer);
  `,
  `
  -- Documents with long parts (Portable Text, long strings) once more without these: who holds all
  -- documents in memory reads these in. Those that are there already, \`fillShortDocuments\` adds.
  CREATE TABLE heads (
    dataset TEXT NOT NULL,
    id      TEXT NOT NULL,
    -- JSON, with null in place of each long part
    head    TEXT NOT NULL,
    -- JSON: which these are, and what they refer to
    shelved TEXT NOT NULL,
    PRIMARY KEY (dataset, id)
  );
  `,
  `
  -- What was done to accounts, and by whom. No names: these are in \`users\`, where a person is forgotten.
  CREATE TABLE account_events (
    id              INTEGER PRIMARY KEY AUTOINCREMENT,
    -- milliseconds since the epoch
    at              INTEGER NOT NULL,
    account         TEXT NOT NULL,
    event           TEXT NOT NULL,
    -- JSON: the roles, or how many sessions were ended
    details         TEXT NOT NULL,
    -- who did it: an account, or the user of this machine who ran a command
    by_account      TEXT,
    by_machine_user TEXT
  );
  `,
  `
  -- A webhook whose filter or projection costs too much switches itself off. JSON: when, why, and the
  -- position in the log after which it was told nothing.
  ALTER TABLE webhooks ADD COLUMN switched_off TEXT;
  -- JSON: how far a webhook that was enabled again has been told what it missed.
  ALTER TABLE webhooks ADD COLUMN catch_up TEXT;
  -- Changes that it was not told of and that are not behind that position.
  CREATE TABLE webhook_missed (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    hook        TEXT NOT NULL REFERENCES webhooks (id) ON DELETE CASCADE,
    dataset     TEXT NOT NULL,
    document_id TEXT NOT NULL,
    position    INTEGER NOT NULL,
    at          TEXT NOT NULL,
    -- 1 where the clock made it visible, which no entry of the log tells
    by_clock    INTEGER NOT NULL,
    -- 1 once it is to be told
    due         INTEGER NOT NULL
  );
  CREATE INDEX webhook_missed_by_hook ON webhook_missed (hook, position);
  `,
  `
  -- Datasets that administrators create. null: as the lake was opened (the content is public).
  ALTER TABLE datasets ADD COLUMN acl_mode TEXT;
  ALTER TABLE datasets ADD COLUMN description TEXT;
  -- Log position of the creation. It tells a dataset from an earlier one of the same name.
  ALTER TABLE datasets ADD COLUMN since INTEGER NOT NULL DEFAULT 0;
  -- ISO 8601. The dataset is gone for everybody; its rows and files are still being removed.
  ALTER TABLE datasets ADD COLUMN deleted_at TEXT;
  -- JSON, in an entry without changes: the dataset was created, changed or deleted, and by whom.
  ALTER TABLE log ADD COLUMN dataset_event TEXT;
  CREATE INDEX log_dataset_events ON log (position) WHERE dataset_event IS NOT NULL;
  `,
  `
  -- How far a node of a cluster has the shared log: one row, or none for a lake of its own.
  CREATE TABLE cluster (
    one      INTEGER PRIMARY KEY CHECK (one = 1),
    -- Tells clusters apart
    id       TEXT NOT NULL,
    -- Tells the folders of its nodes apart
    node     TEXT NOT NULL,
    position INTEGER NOT NULL,
    chain    BLOB NOT NULL
  );
  -- What works a single time: \`access/once.ts\`.
  CREATE TABLE once (
    key   TEXT PRIMARY KEY,
    value TEXT NOT NULL,
    -- milliseconds since the epoch
    until INTEGER NOT NULL
  );
  -- With a primary key, as SQLite records changes of no other tables. Attempts count for minutes.
  DROP TABLE sign_in_attempts;
  CREATE TABLE sign_in_attempts (
    id  INTEGER PRIMARY KEY AUTOINCREMENT,
    key TEXT NOT NULL,
    at  INTEGER NOT NULL
  );
  CREATE INDEX sign_in_attempts_by_key ON sign_in_attempts (key, at);
  `,
  `
  -- In place of \`log_changes\` and \`log_bodies\`: see \`packOldChanges\`.
  CREATE TABLE packed_changes (
    position     INTEGER NOT NULL REFERENCES log (position),
    ordinal      INTEGER NOT NULL,
    dataset      TEXT NOT NULL,
    document_id  TEXT NOT NULL,
    previous_rev TEXT,
    result_rev   TEXT,
    -- \`change-content.ts\`
    content      NOT NULL,
    PRIMARY KEY (position, ordinal)
  );
  `,
]
