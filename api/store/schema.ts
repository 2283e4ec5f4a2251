/** Marks the file as ours ("bdrf"). */
export const applicationId = 0x62647266;

/**
 * Steps from one released schema to the next; `user_version` counts those that were taken. A step is never changed
 * after its release: a new one is added.
 */
export const migrations: readonly string[] = [
  `
  CREATE TABLE token (
    id TEXT PRIMARY KEY, tenant TEXT NOT NULL, name TEXT NOT NULL, hash BLOB NOT NULL, scopes TEXT NOT NULL,
    created INTEGER NOT NULL, expires INTEGER, revoked INTEGER, used INTEGER
  ) STRICT;
  CREATE UNIQUE INDEX token_name ON token (name) WHERE revoked IS NULL;
  CREATE TABLE session (
    hash BLOB PRIMARY KEY, token TEXT NOT NULL REFERENCES token (id), expires INTEGER NOT NULL
  ) STRICT;

  CREATE TABLE upload (
    seq INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, tenant TEXT NOT NULL, kind TEXT NOT NULL,
    source TEXT NOT NULL, mode TEXT NOT NULL, sha256 TEXT NOT NULL, size INTEGER NOT NULL, name TEXT NOT NULL,
    report TEXT NOT NULL, position INTEGER NOT NULL, created INTEGER NOT NULL, removed INTEGER
  ) STRICT;
  CREATE UNIQUE INDEX upload_content ON upload (tenant, kind, sha256) WHERE removed IS NULL;
  CREATE INDEX upload_standing ON upload (tenant, kind, source, position);

  CREATE TABLE answer (
    tenant TEXT NOT NULL, question TEXT NOT NULL, candidate TEXT NOT NULL, PRIMARY KEY (tenant, question)
  ) STRICT;
  CREATE TABLE question (
    tenant TEXT NOT NULL, id TEXT NOT NULL, issue TEXT NOT NULL, PRIMARY KEY (tenant, id)
  ) STRICT;

  CREATE TABLE plan (
    seq INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, tenant TEXT NOT NULL, state TEXT NOT NULL,
    request TEXT NOT NULL, standing INTEGER NOT NULL, created INTEGER NOT NULL, started INTEGER, finished INTEGER,
    progress REAL NOT NULL DEFAULT 0, step TEXT, as_of TEXT, code TEXT, reason TEXT, volumes TEXT, summary TEXT
  ) STRICT;
  CREATE INDEX plan_tenant ON plan (tenant, state, seq);

  CREATE TABLE job (
    id INTEGER PRIMARY KEY REFERENCES plan (seq), state TEXT NOT NULL, fence INTEGER NOT NULL DEFAULT 0,
    lease_until INTEGER, run_after INTEGER NOT NULL, attempts INTEGER NOT NULL DEFAULT 0,
    crashes INTEGER NOT NULL DEFAULT 0, cancelled INTEGER NOT NULL DEFAULT 0, error TEXT
  ) STRICT;
  CREATE INDEX job_open ON job (state, run_after);

  CREATE TABLE result (
    plan INTEGER NOT NULL REFERENCES plan (seq), kind TEXT NOT NULL, position INTEGER NOT NULL, item TEXT,
    ordered INTEGER NOT NULL, json TEXT NOT NULL, PRIMARY KEY (plan, kind, position)
  ) STRICT;
  CREATE INDEX result_item ON result (item, kind, plan);

  CREATE TABLE decision (
    seq INTEGER PRIMARY KEY AUTOINCREMENT, tenant TEXT NOT NULL, plan INTEGER NOT NULL REFERENCES plan (seq),
    item TEXT NOT NULL, version INTEGER NOT NULL, action TEXT NOT NULL, quantity REAL, reason TEXT, order_number TEXT,
    who TEXT NOT NULL, at INTEGER NOT NULL, UNIQUE (plan, item, version)
  ) STRICT;
  CREATE INDEX decision_feed ON decision (tenant, seq);

  CREATE TABLE idempotency (
    tenant TEXT NOT NULL, key TEXT NOT NULL, fingerprint TEXT NOT NULL, created INTEGER NOT NULL,
    status INTEGER, headers TEXT, body BLOB, PRIMARY KEY (tenant, key)
  ) STRICT;
  CREATE INDEX idempotency_age ON idempotency (created);

  CREATE TABLE audit (
    seq INTEGER PRIMARY KEY AUTOINCREMENT, at INTEGER NOT NULL, tenant TEXT NOT NULL, who TEXT NOT NULL,
    action TEXT NOT NULL, object TEXT NOT NULL, detail TEXT NOT NULL, request TEXT NOT NULL, hash TEXT NOT NULL
  ) STRICT;
  `,
  `ALTER TABLE plan ADD COLUMN task TEXT NOT NULL DEFAULT 'plan';`,
  `
  CREATE TABLE setting (
    tenant TEXT PRIMARY KEY, version INTEGER NOT NULL, settings TEXT NOT NULL, who TEXT NOT NULL, at INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE responsible (
    tenant TEXT NOT NULL, who TEXT NOT NULL, owners TEXT NOT NULL, PRIMARY KEY (tenant, who)
  ) STRICT;
  `,
  `ALTER TABLE plan ADD COLUMN fault TEXT;`,
  `
  ALTER TABLE plan ADD COLUMN expired INTEGER;
  UPDATE plan SET expired = finished
  WHERE task = 'plan' AND state = 'done' AND NOT EXISTS (SELECT 1 FROM result WHERE result.plan = plan.seq);
  `,
  `
  DROP INDEX token_name;
  CREATE UNIQUE INDEX token_name ON token (tenant, name) WHERE revoked IS NULL;
  `,
  `ALTER TABLE decision ADD COLUMN date TEXT;`,
  `
  CREATE TABLE instance (id TEXT PRIMARY KEY, seen INTEGER NOT NULL) STRICT;
  ALTER TABLE idempotency ADD COLUMN holder TEXT;
  `,
  // What a plan was asked for may be a megabyte: beside its row, whose other columns lists and sums read.
  `
  CREATE TABLE plan_request (plan INTEGER PRIMARY KEY REFERENCES plan (seq), uploads TEXT, json TEXT NOT NULL) STRICT;
  INSERT INTO plan_request (plan, uploads, json)
  SELECT seq, CASE WHEN request LIKE '%"uploads"%' THEN request END, request FROM plan;
  ALTER TABLE plan DROP COLUMN request;
  CREATE INDEX plan_task ON plan (tenant, task, seq);
  CREATE INDEX decision_plan ON decision (plan, seq);
  `,
  `
  CREATE TABLE part (
    plan INTEGER NOT NULL REFERENCES plan (seq), rank INTEGER NOT NULL, part INTEGER NOT NULL, kind TEXT NOT NULL,
    stage TEXT NOT NULL, state TEXT NOT NULL, fence INTEGER NOT NULL DEFAULT 0, lease_until INTEGER,
    run_after INTEGER NOT NULL, attempts INTEGER NOT NULL DEFAULT 0, crashes INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (plan, rank, part)
  ) STRICT;
  `,
  // How far each of the suppliers that share an order is, as JSON; null where all are as far as the order.
  `ALTER TABLE decision ADD COLUMN parts TEXT;`,
  // Whether somebody else has to approve it ("awaiting"), or has ("approved"); null where nobody needs to.
  `ALTER TABLE decision ADD COLUMN approval TEXT;`,
  // The source that the whole order goes to; null where it goes as suggested.
  `ALTER TABLE decision ADD COLUMN supplier TEXT;`,
];
