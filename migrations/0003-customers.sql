CREATE SEQUENCE zk_number_customer_code;

CREATE TABLE customer (
  id uuid PRIMARY KEY,
  kind text NOT NULL CHECK (kind IN ('company', 'person')),
  name text NOT NULL,
  name_sort text NOT NULL DEFAULT '',
  -- The name without legal form and region: what duplicate detection compares (CU-10).
  name_key text NOT NULL DEFAULT '',
  short_name text,
  code text NOT NULL UNIQUE,
  external_code text,
  stage text NOT NULL DEFAULT 'potential',
  stage_changed_at timestamptz,
  lost_reason text,
  source text,
  industry text,
  address_region text,
  address_street text,
  phone text,
  alt_phone text,
  email text,
  website text,
  owner_id uuid REFERENCES app_user (id),
  unit_id uuid REFERENCES org_unit (id),
  grade text,
  tags text[] NOT NULL DEFAULT '{}',
  birthday date,
  notes text,
  uscc text,
  legal_representative text,
  size text,
  registered_capital numeric(20, 2),
  registered_capital_currency text,
  bank_name text,
  bank_account_cipher text,
  bank_account_mask text,
  bank_account_hash text,
  invoice_address text,
  invoice_phone text,
  gender text,
  id_number_cipher text,
  id_number_mask text,
  id_number_hash text,
  income_band text,
  education text,
  interests text[] NOT NULL DEFAULT '{}',
  parent_id uuid REFERENCES customer (id),
  referrer_id uuid REFERENCES customer (id),
  last_contact_at timestamptz,
  next_contact_at timestamptz,
  completeness int NOT NULL DEFAULT 0,
  verified jsonb NOT NULL DEFAULT '{}',
  -- Set on the loser of a merge; reads are led to the survivor (CU-11).
  merged_into uuid REFERENCES customer (id),
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
-- Two people who create the same company at the same instant make one record (CU-10).
CREATE UNIQUE INDEX customer_uscc ON customer (uscc) WHERE uscc IS NOT NULL AND deleted_at IS NULL;
CREATE UNIQUE INDEX customer_id_number ON customer (id_number_hash) WHERE id_number_hash IS NOT NULL AND deleted_at IS NULL;
CREATE INDEX customer_created ON customer (created_at DESC, id DESC) WHERE deleted_at IS NULL;
CREATE INDEX customer_updated ON customer (updated_at DESC, id DESC) WHERE deleted_at IS NULL;
CREATE INDEX customer_name ON customer (name_sort, id) WHERE deleted_at IS NULL;
-- With the id they hold the whole order of a list: the parts that a person may see are merged without sorting.
CREATE INDEX customer_owner ON customer (owner_id, created_at DESC, id DESC) WHERE deleted_at IS NULL;
CREATE INDEX customer_unit ON customer (unit_id, created_at DESC, id DESC) WHERE deleted_at IS NULL;
CREATE INDEX customer_stage ON customer (stage, created_at DESC) WHERE deleted_at IS NULL;
CREATE INDEX customer_industry ON customer (industry, created_at DESC) WHERE deleted_at IS NULL;
CREATE INDEX customer_region ON customer (address_region, created_at DESC) WHERE deleted_at IS NULL;
CREATE INDEX customer_name_key ON customer (name_key) WHERE deleted_at IS NULL;
CREATE INDEX customer_external_code ON customer (external_code) WHERE external_code IS NOT NULL;
CREATE INDEX customer_phone ON customer (phone) WHERE phone IS NOT NULL AND deleted_at IS NULL;
CREATE INDEX customer_alt_phone ON customer (alt_phone) WHERE alt_phone IS NOT NULL AND deleted_at IS NULL;
CREATE INDEX customer_email ON customer (email) WHERE email IS NOT NULL AND deleted_at IS NULL;
CREATE INDEX customer_next_contact ON customer (next_contact_at) WHERE next_contact_at IS NOT NULL AND deleted_at IS NULL;
CREATE INDEX customer_parent ON customer (parent_id) WHERE parent_id IS NOT NULL;
CREATE INDEX customer_referrer ON customer (referrer_id) WHERE referrer_id IS NOT NULL;
CREATE INDEX customer_merged ON customer (merged_into) WHERE merged_into IS NOT NULL;
CREATE INDEX customer_tags ON customer USING gin (tags);
CREATE INDEX customer_grams ON customer USING gin (zk_bigrams(search_text));
CREATE INDEX customer_key ON customer USING gin (search_key gin_trgm_ops);
CREATE INDEX customer_phone_tail ON customer USING gin (search_phone gin_trgm_ops);

CREATE TABLE contact (
  id uuid PRIMARY KEY,
  customer_id uuid NOT NULL REFERENCES customer (id),
  name text NOT NULL,
  name_sort text NOT NULL DEFAULT '',
  job_title text,
  department text,
  decision_roles text[] NOT NULL DEFAULT '{}',
  is_primary boolean NOT NULL DEFAULT false,
  phone text,
  alt_phone text,
  email text,
  wechat text,
  preferred_channel text,
  gender text,
  birthday date,
  is_lunar_birthday boolean NOT NULL DEFAULT false,
  assertiveness int,
  responsiveness int,
  style text,
  notes text,
  tags text[] NOT NULL DEFAULT '{}',
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
CREATE INDEX contact_customer ON contact (customer_id) WHERE deleted_at IS NULL;
CREATE INDEX contact_created ON contact (created_at DESC, id DESC) WHERE deleted_at IS NULL;
CREATE INDEX contact_name ON contact (name_sort, id) WHERE deleted_at IS NULL;
CREATE INDEX contact_phone ON contact (phone) WHERE phone IS NOT NULL AND deleted_at IS NULL;
CREATE INDEX contact_grams ON contact USING gin (zk_bigrams(search_text));
CREATE INDEX contact_key ON contact USING gin (search_key gin_trgm_ops);
CREATE INDEX contact_phone_tail ON contact USING gin (search_phone gin_trgm_ops);

CREATE TABLE customer_relation (
  id uuid PRIMARY KEY,
  customer_id uuid NOT NULL REFERENCES customer (id),
  other_id uuid NOT NULL REFERENCES customer (id),
  kind text NOT NULL,
  note text,
  custom jsonb NOT NULL DEFAULT '{}',
  version int NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL,
  created_by uuid,
  updated_at timestamptz NOT NULL,
  updated_by uuid,
  deleted_at timestamptz,
  CHECK (customer_id <> other_id)
);
CREATE UNIQUE INDEX customer_relation_once ON customer_relation (customer_id, other_id, kind) WHERE deleted_at IS NULL;
CREATE INDEX customer_relation_other ON customer_relation (other_id) WHERE deleted_at IS NULL;

CREATE TABLE activity (
  id uuid PRIMARY KEY,
  customer_id uuid REFERENCES customer (id),
  contact_id uuid REFERENCES contact (id),
  kind text NOT NULL,
  subject text NOT NULL,
  body text,
  direction text,
  -- A follow-up counts only when the customer was reached; an attempt is recorded apart (UX-18).
  outcome text,
  status text NOT NULL DEFAULT 'done',
  happened_at timestamptz NOT NULL,
  due_at timestamptz,
  done_at timestamptz,
  duration_minutes int,
  location text,
  is_pinned boolean NOT NULL DEFAULT false,
  visibility text NOT NULL DEFAULT 'internal',
  mentions uuid[] NOT NULL DEFAULT '{}',
  owner_id uuid REFERENCES app_user (id),
  unit_id uuid REFERENCES org_unit (id),
  custom jsonb NOT NULL DEFAULT '{}',
  version int NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL,
  created_by uuid,
  updated_at timestamptz NOT NULL,
  updated_by uuid,
  deleted_at timestamptz
);
CREATE INDEX activity_customer ON activity (customer_id, happened_at DESC) WHERE deleted_at IS NULL;
CREATE INDEX activity_contact ON activity (contact_id) WHERE contact_id IS NOT NULL;
CREATE INDEX activity_owner ON activity (owner_id, happened_at DESC) WHERE deleted_at IS NULL;
CREATE INDEX activity_due ON activity (owner_id, due_at) WHERE status = 'open' AND deleted_at IS NULL;
CREATE INDEX activity_created ON activity (created_at DESC, id DESC) WHERE deleted_at IS NULL;
-- Lists put empty values last; without the same word here the order would be sorted out of the whole table.
CREATE INDEX activity_happened ON activity (happened_at DESC NULLS LAST, id DESC) WHERE deleted_at IS NULL;

CREATE TABLE need (
  id uuid PRIMARY KEY,
  customer_id uuid NOT NULL REFERENCES customer (id),
  contact_id uuid REFERENCES contact (id),
  activity_id uuid REFERENCES activity (id),
  title text NOT NULL,
  level text NOT NULL,
  state text NOT NULL DEFAULT 'open',
  met_at timestamptz,
  note text,
  custom jsonb NOT NULL DEFAULT '{}',
  version int NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL,
  created_by uuid,
  updated_at timestamptz NOT NULL,
  updated_by uuid,
  deleted_at timestamptz
);
CREATE INDEX need_customer ON need (customer_id) WHERE deleted_at IS NULL;

-- Lifecycle events with their reason (CU-6).
CREATE TABLE customer_stage_event (
  id uuid PRIMARY KEY,
  customer_id uuid NOT NULL REFERENCES customer (id),
  from_stage text,
  to_stage text NOT NULL,
  reason text,
  lost_reason text,
  at timestamptz NOT NULL,
  actor_id uuid
);
CREATE INDEX customer_stage_event_customer ON customer_stage_event (customer_id, at DESC);
