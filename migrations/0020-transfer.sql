-- Background work (PL-3, REL-1, REL-2). Who runs a job holds an advisory lock for it; the lock dies with the process.
CREATE TABLE job (
  id uuid PRIMARY KEY,
  name text NOT NULL,
  -- At most one open job of a key.
  key text,
  data jsonb NOT NULL DEFAULT '{}',
  state text NOT NULL CHECK (state IN ('waiting', 'running', 'done', 'failed', 'cancelled')),
  -- Tries since the last progress.
  attempts int NOT NULL DEFAULT 0,
  done bigint NOT NULL DEFAULT 0,
  total bigint,
  error text,
  actor_id uuid,
  run_at timestamptz NOT NULL,
  created_at timestamptz NOT NULL,
  started_at timestamptz,
  finished_at timestamptz
);
CREATE INDEX job_open ON job (run_at) WHERE state IN ('waiting', 'running');
CREATE UNIQUE INDEX job_key ON job (key) WHERE state IN ('waiting', 'running');
CREATE INDEX job_created ON job (created_at DESC, id DESC);

-- One import of one file (CU-12, UX-9).
CREATE TABLE import_run (
  id uuid PRIMARY KEY,
  object text NOT NULL,
  file_name text NOT NULL,
  -- Generated name below the data folder; null once the file is tidied away.
  store_key text,
  size bigint NOT NULL,
  sha256 text NOT NULL,
  format text NOT NULL,
  encoding text,
  sheet text,
  sheets text[] NOT NULL DEFAULT '{}',
  headers text[] NOT NULL,
  header_key text NOT NULL,
  row_count bigint,
  mapping jsonb NOT NULL,
  options jsonb NOT NULL,
  state text NOT NULL CHECK (state IN (
    'draft', 'checking', 'checked', 'running', 'paused', 'done', 'failed', 'cancelled', 'undoing', 'undone')),
  -- The number in the file of the next row to be read; moves only together with the rows' effects (REL-1).
  next_row bigint NOT NULL DEFAULT 0,
  rows_done bigint NOT NULL DEFAULT 0,
  created_count bigint NOT NULL DEFAULT 0,
  updated_count bigint NOT NULL DEFAULT 0,
  unchanged_count bigint NOT NULL DEFAULT 0,
  duplicate_count bigint NOT NULL DEFAULT 0,
  error_count bigint NOT NULL DEFAULT 0,
  kept_count bigint NOT NULL DEFAULT 0,
  problem text,
  created_by uuid NOT NULL,
  created_at timestamptz NOT NULL,
  started_at timestamptz,
  finished_at timestamptz
);
CREATE INDEX import_run_created ON import_run (created_by, created_at DESC, id DESC);
CREATE INDEX import_run_recent ON import_run (created_at DESC, id DESC);

-- What became of a row. Phase 0: the trial run, only rows with something to say; phase 1: the import, every row.
CREATE TABLE import_row (
  import_id uuid NOT NULL REFERENCES import_run (id),
  phase smallint NOT NULL,
  row bigint NOT NULL,
  state text NOT NULL CHECK (state IN (
    'ready', 'created', 'updated', 'unchanged', 'duplicate', 'error', 'removed', 'restored', 'kept')),
  record_id uuid,
  -- The version that the import left: another one means that somebody changed the record since.
  version int,
  issues jsonb,
  matches jsonb,
  -- The columns that an update changed, as they were.
  before jsonb,
  -- Rows written beside the record, by table; an undo takes them away too.
  side jsonb,
  cells jsonb,
  PRIMARY KEY (import_id, phase, row)
);
CREATE INDEX import_row_problem ON import_row (import_id, phase, state, row) WHERE state IN ('duplicate', 'error', 'kept');

-- Cells that a person corrected on the page: { column: text }.
CREATE TABLE import_fix (
  import_id uuid NOT NULL REFERENCES import_run (id),
  row bigint NOT NULL,
  cells jsonb NOT NULL,
  PRIMARY KEY (import_id, row)
);

-- Keys seen by a trial run, so that it finds doubles within a file of any length with flat memory. May be lost.
CREATE UNLOGGED TABLE import_key (
  import_id uuid NOT NULL,
  key bigint NOT NULL,
  row bigint NOT NULL,
  PRIMARY KEY (import_id, key)
);

-- How a person mapped the same headers last time.
CREATE TABLE import_memory (
  user_id uuid NOT NULL,
  object text NOT NULL,
  header_key text NOT NULL,
  mapping jsonb NOT NULL,
  options jsonb NOT NULL,
  used_at timestamptz NOT NULL,
  PRIMARY KEY (user_id, object, header_key)
);

CREATE TABLE export_run (
  id uuid PRIMARY KEY,
  object text NOT NULL,
  format text NOT NULL CHECK (format IN ('csv', 'xlsx')),
  request jsonb NOT NULL,
  state text NOT NULL CHECK (state IN ('running', 'done', 'failed', 'cancelled', 'expired')),
  row_count bigint NOT NULL,
  rows_done bigint NOT NULL DEFAULT 0,
  file_name text NOT NULL,
  store_key text,
  size bigint,
  created_by uuid NOT NULL,
  created_at timestamptz NOT NULL,
  finished_at timestamptz,
  expires_at timestamptz
);
CREATE INDEX export_run_created ON export_run (created_by, created_at DESC, id DESC);
CREATE INDEX export_run_expiry ON export_run (expires_at) WHERE store_key IS NOT NULL;
