CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- The distinct overlapping pairs of characters of a folded text: Chinese substring search (PL-60).
CREATE FUNCTION zk_bigrams(t text) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
AS $$ SELECT coalesce(array_agg(DISTINCT substr(t, i, 2)), '{}') FROM generate_series(1, length(t) - 1) AS i $$;

-- Shortened forms of personal data (SEC-27); the same meaning as src/kernel/phone.ts.
CREATE FUNCTION zk_mask(kind text, t text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
AS $$
  SELECT CASE
    WHEN t = '' THEN ''
    WHEN kind = 'phone' THEN
      CASE WHEN t ~ '^\+861\d{10}$' THEN substr(t, 4, 3) || '****' || right(t, 4)
           WHEN length(t) > 7 THEN left(regexp_replace(t, '^\+86', ''), 3) || '****' || right(t, 4)
           ELSE '****' END
    WHEN kind = 'email' THEN left(t, 1) || '***' || substr(t, greatest(position('@' IN t) - 1, 1))
    WHEN kind = 'tail' THEN '****' || right(t, CASE WHEN length(t) > 8 THEN 4 ELSE 0 END)
    ELSE '****'
  END
$$;

-- The next number with leading zeros; longer numbers keep all their digits.
CREATE FUNCTION zk_pad(n bigint, width int) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
AS $$ SELECT CASE WHEN length(n::text) >= width THEN n::text ELSE lpad(n::text, width, '0') END $$;

CREATE TABLE setting (
  key text PRIMARY KEY,
  value jsonb NOT NULL,
  updated_at timestamptz NOT NULL DEFAULT now(),
  updated_by uuid
);

-- Every change, sign-in, export and unmasking (PL-50). Written in the transaction of the change; never altered.
CREATE TABLE audit_entry (
  seq bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  xid xid8 NOT NULL DEFAULT pg_current_xact_id(),
  id uuid NOT NULL,
  at timestamptz NOT NULL,
  actor_id uuid,
  actor_kind text NOT NULL,
  actor_name text NOT NULL,
  ip text,
  request_id text,
  action text NOT NULL,
  object text,
  record_id uuid,
  -- The customer that the entry belongs to, so that one timeline can show it (CU-3).
  customer_id uuid,
  version int,
  -- { field: [from, to] }; values of sensitive fields are ciphertext.
  changes jsonb,
  detail jsonb,
  ok boolean NOT NULL DEFAULT true
);
CREATE INDEX audit_entry_record ON audit_entry (record_id, seq DESC) WHERE record_id IS NOT NULL;
CREATE INDEX audit_entry_customer ON audit_entry (customer_id, seq DESC) WHERE customer_id IS NOT NULL;
CREATE INDEX audit_entry_actor ON audit_entry (actor_id, seq DESC);
CREATE INDEX audit_entry_xid ON audit_entry (xid, seq);

-- The chain: each block seals a range of transactions with the hash of every entry and of the block before.
CREATE TABLE audit_seal (
  block bigint PRIMARY KEY,
  from_xid xid8 NOT NULL,
  to_xid xid8 NOT NULL,
  entries int NOT NULL,
  seqs bigint[] NOT NULL,
  hashes bytea NOT NULL,
  previous bytea NOT NULL,
  seal bytea NOT NULL,
  sealed_at timestamptz NOT NULL
);

CREATE FUNCTION zk_refuse_change() RETURNS trigger LANGUAGE plpgsql
AS $$ BEGIN RAISE EXCEPTION 'the audit trail is append-only' USING ERRCODE = '42501'; END $$;
CREATE TRIGGER audit_entry_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_entry
  FOR EACH STATEMENT EXECUTE FUNCTION zk_refuse_change();
CREATE TRIGGER audit_seal_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_seal
  FOR EACH STATEMENT EXECUTE FUNCTION zk_refuse_change();

CREATE TABLE idempotency_key (
  actor_id uuid NOT NULL,
  key text NOT NULL,
  request_hash text NOT NULL,
  status int,
  response text,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (actor_id, key)
);
CREATE INDEX idempotency_key_age ON idempotency_key (created_at);

CREATE TABLE custom_object (
  key text PRIMARY KEY,
  plural text NOT NULL UNIQUE,
  label jsonb NOT NULL,
  access jsonb NOT NULL,
  groups jsonb NOT NULL DEFAULT '["main"]',
  icon text,
  created_at timestamptz NOT NULL,
  retired_at timestamptz
);

CREATE TABLE custom_field (
  id uuid PRIMARY KEY,
  object text NOT NULL,
  key text NOT NULL,
  definition jsonb NOT NULL,
  position int NOT NULL DEFAULT 0,
  index_state text NOT NULL DEFAULT 'none' CHECK (index_state IN ('none', 'building', 'ready', 'failed')),
  created_at timestamptz NOT NULL,
  created_by uuid,
  retired_at timestamptz,
  UNIQUE (object, key)
);

-- Changes that an administrator makes to built-in objects: labels, choices, required, layouts (PL-12).
CREATE TABLE object_override (
  object text PRIMARY KEY,
  definition jsonb NOT NULL,
  updated_at timestamptz NOT NULL,
  updated_by uuid
);

CREATE TABLE custom_record (
  id uuid PRIMARY KEY,
  object_key text NOT NULL REFERENCES custom_object (key),
  name text NOT NULL,
  name_sort text NOT NULL DEFAULT '',
  customer_id uuid,
  owner_id uuid,
  unit_id uuid,
  custom jsonb NOT NULL DEFAULT '{}',
  search_text text NOT NULL DEFAULT '',
  search_key text NOT NULL DEFAULT '',
  search_phone text NOT NULL DEFAULT '',
  version int NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL,
  created_by uuid,
  updated_at timestamptz NOT NULL,
  updated_by uuid,
  deleted_at timestamptz
);
CREATE INDEX custom_record_created ON custom_record (object_key, created_at DESC, id DESC) WHERE deleted_at IS NULL;
CREATE INDEX custom_record_name ON custom_record (object_key, name_sort, id) WHERE deleted_at IS NULL;
CREATE INDEX custom_record_customer ON custom_record (customer_id) WHERE customer_id IS NOT NULL;
CREATE INDEX custom_record_grams ON custom_record USING gin (zk_bigrams(search_text));
CREATE INDEX custom_record_key ON custom_record USING gin (search_key gin_trgm_ops);

CREATE TABLE file_object (
  id uuid PRIMARY KEY,
  object text NOT NULL,
  record_id uuid NOT NULL,
  customer_id uuid,
  field text,
  name text NOT NULL,
  mime text NOT NULL,
  size bigint NOT NULL,
  sha256 text NOT NULL,
  -- Generated name under the store's root; never made from the person's file name (SEC-21).
  store_key text NOT NULL UNIQUE,
  created_at timestamptz NOT NULL,
  created_by uuid,
  deleted_at timestamptz
);
CREATE INDEX file_object_record ON file_object (record_id) WHERE deleted_at IS NULL;
CREATE INDEX file_object_customer ON file_object (customer_id, created_at DESC) WHERE deleted_at IS NULL;

CREATE TABLE saved_view (
  id uuid PRIMARY KEY,
  object text NOT NULL,
  name text NOT NULL,
  visibility text NOT NULL CHECK (visibility IN ('private', 'shared', 'role')),
  role text,
  owner_id uuid NOT NULL,
  definition jsonb NOT NULL,
  is_default boolean NOT NULL DEFAULT false,
  version int NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL
);
CREATE INDEX saved_view_object ON saved_view (object, owner_id);
