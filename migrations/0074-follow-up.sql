-- Follow-up sheets (RE-23, UX-11) and public pools (UX-18).

-- One sheet a customer: its class and the rhythm that the policy gave for it. What is due follows from it and from the last time they were reached.
CREATE TABLE follow_up_sheet (
  customer_id uuid PRIMARY KEY REFERENCES customer (id),
  prospect_class text NOT NULL CHECK (prospect_class IN ('A', 'B', 'C', 'D')),
  within_days int NOT NULL CHECK (within_days >= 0),
  warn_days int NOT NULL CHECK (warn_days >= 0),
  -- The pack whose rhythm this is; the daily round asks it again.
  pack text NOT NULL,
  decision_id uuid,
  clause text,
  -- The rhythm counts from here while nobody was reached since.
  since timestamptz NOT NULL,
  set_by uuid,
  updated_at timestamptz NOT NULL
);

-- Since when a customer is with its owner, as the daily round saw it: a new owner begins anew.
CREATE TABLE customer_holding (
  customer_id uuid PRIMARY KEY REFERENCES customer (id),
  owner_id uuid NOT NULL REFERENCES app_user (id),
  since timestamptz NOT NULL
);

CREATE TABLE pool (
  id uuid PRIMARY KEY,
  name text NOT NULL,
  -- Null: the whole company. Otherwise customers of the unit and of those below it.
  unit_id uuid REFERENCES org_unit (id),
  -- Empty: every grade, every product line. A product line is a tag of the customer.
  grades text[] NOT NULL DEFAULT '{}',
  product_lines text[] NOT NULL DEFAULT '{}',
  pack text NOT NULL,
  -- The first pool that fits takes the customer.
  position int NOT NULL,
  is_active boolean NOT NULL DEFAULT true,
  version int NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL,
  created_by uuid,
  updated_at timestamptz NOT NULL,
  updated_by uuid,
  deleted_at timestamptz
);
CREATE UNIQUE INDEX pool_name ON pool (name) WHERE deleted_at IS NULL;

-- A customer's stay in a pool; it ends when somebody claims them or they are given to somebody.
CREATE TABLE pool_stay (
  id uuid PRIMARY KEY,
  customer_id uuid NOT NULL REFERENCES customer (id),
  pool_id uuid NOT NULL REFERENCES pool (id),
  former_owner_id uuid REFERENCES app_user (id),
  released_at timestamptz NOT NULL,
  released_on date NOT NULL,
  released_by uuid,
  release_decision_id uuid NOT NULL,
  release_clause text NOT NULL,
  note text,
  lock_days int NOT NULL DEFAULT 0 CHECK (lock_days >= 0),
  ended_at timestamptz,
  ended_on date,
  claimed_by uuid REFERENCES app_user (id),
  claim_decision_id uuid,
  claim_clause text
);
CREATE UNIQUE INDEX pool_stay_open ON pool_stay (customer_id) WHERE ended_at IS NULL;
CREATE INDEX pool_stay_pool ON pool_stay (pool_id, released_at DESC) WHERE ended_at IS NULL;
CREATE INDEX pool_stay_claims ON pool_stay (claimed_by, ended_on) WHERE claimed_by IS NOT NULL;
CREATE INDEX pool_stay_customer ON pool_stay (customer_id, released_at DESC);

-- Nobody is released unwarned: the warning says the day, and ends when the owner reaches the customer or changes.
CREATE TABLE pool_warning (
  customer_id uuid PRIMARY KEY REFERENCES customer (id),
  owner_id uuid NOT NULL REFERENCES app_user (id),
  warned_at timestamptz NOT NULL,
  release_on date NOT NULL
);
CREATE INDEX pool_warning_owner ON pool_warning (owner_id);

-- Which days had their round, and who was told what on them: a clock that jumps tells nobody twice.
CREATE TABLE follow_up_round (
  day date PRIMARY KEY,
  finished_at timestamptz NOT NULL
);
CREATE TABLE follow_up_report (
  day date NOT NULL,
  user_id uuid NOT NULL REFERENCES app_user (id),
  kind text NOT NULL CHECK (kind IN ('team', 'own', 'warning')),
  count int NOT NULL,
  PRIMARY KEY (day, user_id, kind)
);

UPDATE role SET rights = array_append(rights, 'pools.claim')
WHERE key IN ('administrator', 'salesManager', 'salesperson') AND NOT rights @> ARRAY['pools.claim'];
UPDATE role SET rights = array_append(rights, 'pools.manage')
WHERE key IN ('administrator', 'salesManager') AND NOT rights @> ARRAY['pools.manage'];
