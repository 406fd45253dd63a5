-- A second record with the same USCC or identity number stands only where a person with the right let it (CU-10).
ALTER TABLE customer
  ADD COLUMN is_accepted_duplicate boolean NOT NULL DEFAULT false,
  -- Which version of the requirements the score was made with, and the last day on which it holds (CU-13).
  ADD COLUMN completeness_rules int,
  ADD COLUMN completeness_until date;
DROP INDEX customer_uscc;
DROP INDEX customer_id_number;
CREATE UNIQUE INDEX customer_uscc ON customer (uscc)
  WHERE uscc IS NOT NULL AND deleted_at IS NULL AND NOT is_accepted_duplicate;
CREATE UNIQUE INDEX customer_id_number ON customer (id_number_hash)
  WHERE id_number_hash IS NOT NULL AND deleted_at IS NULL AND NOT is_accepted_duplicate;
CREATE INDEX customer_same_uscc ON customer (uscc) WHERE uscc IS NOT NULL AND deleted_at IS NULL;
CREATE INDEX customer_same_id_number ON customer (id_number_hash) WHERE id_number_hash IS NOT NULL AND deleted_at IS NULL;
CREATE INDEX customer_completeness_until ON customer (completeness_until) WHERE completeness_until IS NOT NULL AND deleted_at IS NULL;
CREATE INDEX customer_alike_name ON customer USING gin (name_key gin_trgm_ops) WITH (fastupdate = off)
  WHERE kind = 'company' AND deleted_at IS NULL;
CREATE INDEX contact_alt_phone ON contact (alt_phone) WHERE alt_phone IS NOT NULL AND deleted_at IS NULL;

-- Companies whose name key is alike. A function, because the operator takes its threshold from a setting: the index
-- then skips trigrams so common that they cannot decide.
CREATE FUNCTION zk_alike_customers(wanted text, most int) RETURNS TABLE (id uuid) LANGUAGE sql STABLE
SET pg_trgm.similarity_threshold = 0.33
AS $$
  SELECT c.id FROM customer c WHERE c.kind = 'company' AND c.deleted_at IS NULL AND c.name_key % wanted
  ORDER BY similarity(c.name_key, wanted) DESC LIMIT most
$$;

ALTER TABLE contact ADD COLUMN merged_into uuid REFERENCES contact (id);
CREATE INDEX contact_merged ON contact (merged_into) WHERE merged_into IS NOT NULL;

-- Somebody met a customer outside their scope and asks to see it (UX-8).
CREATE TABLE access_request (
  id uuid PRIMARY KEY,
  customer_id uuid NOT NULL REFERENCES customer (id),
  requester_id uuid NOT NULL REFERENCES app_user (id),
  activity_id uuid REFERENCES activity (id),
  note text,
  state text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'granted', 'declined')),
  created_at timestamptz NOT NULL,
  decided_at timestamptz,
  decided_by uuid
);
CREATE UNIQUE INDEX access_request_open ON access_request (customer_id, requester_id) WHERE state = 'open';
CREATE INDEX access_request_requester ON access_request (requester_id, created_at DESC);

-- A merge and everything needed to take it back (CU-11).
CREATE TABLE record_merge (
  id uuid PRIMARY KEY,
  object text NOT NULL,
  survivor_id uuid NOT NULL,
  loser_id uuid NOT NULL,
  loser_title text NOT NULL,
  reason text,
  -- { field: [before, after] } of the survivor; sensitive values as ciphertext.
  changes jsonb NOT NULL,
  -- What the module carried over beside the fields, [before, after] by name.
  carried jsonb NOT NULL DEFAULT '{}',
  at timestamptz NOT NULL,
  actor_id uuid,
  undone_at timestamptz,
  undone_by uuid
);
CREATE INDEX record_merge_at ON record_merge (object, at DESC, id DESC);
CREATE INDEX record_merge_survivor ON record_merge (survivor_id);
CREATE INDEX record_merge_loser ON record_merge (loser_id);

-- Rows that were led to the survivor, table by table.
CREATE TABLE record_merge_step (
  merge_id uuid NOT NULL REFERENCES record_merge (id) ON DELETE CASCADE,
  position int NOT NULL,
  table_name text NOT NULL,
  column_name text NOT NULL,
  -- column: a reference; list: a column of several; custom, custom_list: the same in `custom`; dropped: a row that the
  -- survivor had already.
  kind text NOT NULL CHECK (kind IN ('column', 'list', 'custom', 'custom_list', 'dropped')),
  ids uuid[] NOT NULL,
  PRIMARY KEY (merge_id, position)
);

-- Pairs that the scan found, and those a person called different: these never come back (CU-13).
CREATE TABLE duplicate_pair (
  a_id uuid NOT NULL REFERENCES customer (id),
  b_id uuid NOT NULL REFERENCES customer (id),
  score int NOT NULL,
  reasons text[] NOT NULL,
  state text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'different')),
  found_at timestamptz NOT NULL,
  decided_at timestamptz,
  decided_by uuid,
  PRIMARY KEY (a_id, b_id),
  CHECK (a_id < b_id)
);
CREATE INDEX duplicate_pair_other ON duplicate_pair (b_id);
CREATE INDEX duplicate_pair_open ON duplicate_pair (score DESC, a_id, b_id) WHERE state = 'open';

-- The customers of a leaving or transferred person go to others in one action (CU-52).
CREATE TABLE handover (
  id uuid PRIMARY KEY,
  from_user uuid NOT NULL REFERENCES app_user (id),
  rule text NOT NULL CHECK (rule IN ('one', 'rotation', 'random')),
  receivers uuid[] NOT NULL,
  -- With the seed and the items' order anybody can draw again and see the same result.
  seed text,
  filter jsonb,
  note text,
  needs_acceptance boolean NOT NULL,
  manager_id uuid NOT NULL REFERENCES app_user (id),
  created_at timestamptz NOT NULL,
  undone_at timestamptz,
  undone_by uuid
);
CREATE INDEX handover_created ON handover (created_at DESC, id DESC);
CREATE INDEX handover_manager ON handover (manager_id, created_at DESC);

CREATE TABLE handover_item (
  handover_id uuid NOT NULL REFERENCES handover (id),
  position int NOT NULL,
  customer_id uuid NOT NULL REFERENCES customer (id),
  to_user uuid NOT NULL REFERENCES app_user (id),
  former_unit uuid,
  note text,
  state text NOT NULL CHECK (state IN ('waiting', 'accepted', 'declined', 'undone')),
  decided_at timestamptz,
  reason text,
  PRIMARY KEY (handover_id, customer_id)
);
CREATE INDEX handover_item_receiver ON handover_item (to_user, state);
CREATE INDEX handover_item_customer ON handover_item (customer_id);

CREATE TABLE handover_task (
  handover_id uuid NOT NULL REFERENCES handover (id),
  activity_id uuid NOT NULL REFERENCES activity (id),
  customer_id uuid,
  to_user uuid NOT NULL,
  former_unit uuid,
  PRIMARY KEY (handover_id, activity_id)
);
