-- Service standards, audits by mystery shopper and phone, improvement actions and service blueprints (SE-20 to SE-22).
CREATE TABLE standard (
  id uuid PRIMARY KEY,
  code text NOT NULL,
  area text NOT NULL,
  item text NOT NULL,
  method text,
  measure text NOT NULL DEFAULT 'yesNo' CHECK (measure IN ('yesNo', 'scale', 'number')),
  measure_unit text,
  target numeric(12, 2),
  direction text CHECK (direction IN ('atMost', 'atLeast')),
  weight int NOT NULL DEFAULT 1 CHECK (weight BETWEEN 1 AND 10),
  edition int NOT NULL DEFAULT 1,
  valid_from date,
  -- Where it holds; null for the whole company.
  scope_unit_id uuid REFERENCES org_unit (id),
  site_id uuid REFERENCES site (id),
  state text NOT NULL DEFAULT 'active' CHECK (state IN ('draft', 'active', 'retired')),
  custom jsonb NOT NULL DEFAULT '{}',
  version int NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL,
  created_by uuid,
  updated_at timestamptz NOT NULL,
  updated_by uuid,
  deleted_at timestamptz,
  CHECK (measure <> 'number' OR (target IS NOT NULL AND direction IS NOT NULL))
);
CREATE UNIQUE INDEX standard_code_key ON standard (code) WHERE deleted_at IS NULL;

CREATE TABLE audit_template (
  id uuid PRIMARY KEY,
  name text NOT NULL,
  -- The shipped template that it came from: loading the library again adds nothing.
  origin text,
  kind text NOT NULL CHECK (kind IN ('mystery', 'phone')),
  state text NOT NULL DEFAULT 'active' CHECK (state IN ('active', 'retired')),
  -- The version in force; each lies in audit_template_version and is never changed.
  number int NOT NULL,
  item_count int NOT NULL,
  custom jsonb NOT NULL DEFAULT '{}',
  version int NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL,
  created_by uuid,
  updated_at timestamptz NOT NULL,
  updated_by uuid,
  deleted_at timestamptz
);
CREATE UNIQUE INDEX audit_template_origin ON audit_template (origin) WHERE origin IS NOT NULL;

CREATE TABLE audit_template_version (
  template_id uuid NOT NULL REFERENCES audit_template (id),
  number int NOT NULL,
  items jsonb NOT NULL,
  created_at timestamptz NOT NULL,
  created_by uuid,
  PRIMARY KEY (template_id, number)
);
CREATE FUNCTION audit_template_version_keep() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a version of an audit template is not changed: audits run on it';
END $$;
CREATE TRIGGER audit_template_version_keep BEFORE UPDATE OR DELETE ON audit_template_version FOR EACH ROW EXECUTE FUNCTION audit_template_version_keep();

CREATE SEQUENCE zk_number_service_audit_number;
CREATE TABLE service_audit (
  id uuid PRIMARY KEY,
  number text NOT NULL UNIQUE,
  template_id uuid NOT NULL REFERENCES audit_template (id),
  template_number int,
  kind text NOT NULL CHECK (kind IN ('mystery', 'phone')),
  audited_unit_id uuid NOT NULL REFERENCES org_unit (id),
  site_id uuid REFERENCES site (id),
  planned_on date NOT NULL,
  state text NOT NULL DEFAULT 'planned' CHECK (state IN ('planned', 'running', 'submitted', 'confirmed', 'cancelled')),
  done_at timestamptz,
  procedural numeric(5, 1),
  personal numeric(5, 1),
  type text CHECK (type IN ('cold', 'factory', 'friendly', 'quality')),
  failed_items int,
  note text,
  returned_for text,
  confirmed_at timestamptz,
  confirmed_by_id uuid REFERENCES app_user (id),
  -- The key of the submission that was taken: the same one again changes nothing.
  submission text,
  -- The auditor.
  owner_id uuid REFERENCES app_user (id),
  -- Null until it is confirmed, then the audited unit: only then it belongs to the people who were looked at (SE-21).
  unit_id uuid REFERENCES org_unit (id),
  custom jsonb NOT NULL DEFAULT '{}',
  version int NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL,
  created_by uuid,
  updated_at timestamptz NOT NULL,
  updated_by uuid,
  deleted_at timestamptz,
  CHECK ((unit_id IS NULL) = (state <> 'confirmed')),
  CHECK (state NOT IN ('submitted', 'confirmed') OR (done_at IS NOT NULL AND template_number IS NOT NULL))
);
CREATE INDEX service_audit_owner ON service_audit (owner_id, created_at DESC);
CREATE INDEX service_audit_unit ON service_audit (unit_id, created_at DESC);
CREATE INDEX service_audit_created ON service_audit (created_at DESC, id DESC);
CREATE INDEX service_audit_place ON service_audit (audited_unit_id, done_at DESC) WHERE state = 'confirmed';
-- One visit a day for each place, template and auditor: a plan sent twice plans once.
CREATE UNIQUE INDEX service_audit_planned ON service_audit (template_id, audited_unit_id, coalesce(site_id, audited_unit_id), owner_id, planned_on) WHERE state <> 'cancelled' AND deleted_at IS NULL;

CREATE TABLE audit_answer (
  audit_id uuid NOT NULL REFERENCES service_audit (id),
  item_key text NOT NULL,
  area text NOT NULL,
  standard_id uuid REFERENCES standard (id),
  -- 1 or 0, 1 to 5, or as measured; null: not applicable.
  value numeric(12, 2),
  -- 0 to 1.
  share numeric(6, 4),
  weight int NOT NULL,
  is_failed boolean NOT NULL,
  comment text NOT NULL DEFAULT '',
  photos uuid[] NOT NULL DEFAULT '{}',
  PRIMARY KEY (audit_id, item_key)
);
CREATE INDEX audit_answer_standard ON audit_answer (standard_id) WHERE standard_id IS NOT NULL;

CREATE TABLE audit_action (
  id uuid PRIMARY KEY,
  subject text NOT NULL,
  plan text,
  audit_id uuid NOT NULL REFERENCES service_audit (id),
  item_key text,
  standard_id uuid REFERENCES standard (id),
  audited_unit_id uuid NOT NULL REFERENCES org_unit (id),
  due_on date NOT NULL,
  state text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'done')),
  done_at timestamptz,
  result text,
  effect text NOT NULL DEFAULT 'pending' CHECK (effect IN ('pending', 'improved', 'notYet')),
  checked_by_id uuid REFERENCES service_audit (id),
  reminded_at timestamptz,
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
CREATE INDEX audit_action_owner ON audit_action (owner_id, created_at DESC);
CREATE INDEX audit_action_unit ON audit_action (unit_id, created_at DESC);
CREATE INDEX audit_action_created ON audit_action (created_at DESC, id DESC);
CREATE INDEX audit_action_audit ON audit_action (audit_id);
CREATE INDEX audit_action_due ON audit_action (due_on) WHERE state = 'open' AND deleted_at IS NULL;
CREATE INDEX audit_action_effect ON audit_action (audited_unit_id) WHERE effect <> 'improved';

CREATE TABLE blueprint (
  id uuid PRIMARY KEY,
  name text NOT NULL,
  origin text,
  about text,
  scope_unit_id uuid REFERENCES org_unit (id),
  state text NOT NULL DEFAULT 'active' CHECK (state IN ('active', 'retired')),
  custom jsonb NOT NULL DEFAULT '{}',
  version int NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL,
  created_by uuid,
  updated_at timestamptz NOT NULL,
  updated_by uuid,
  deleted_at timestamptz
);
CREATE UNIQUE INDEX blueprint_origin ON blueprint (origin) WHERE origin IS NOT NULL;

CREATE TABLE blueprint_step (
  id uuid PRIMARY KEY,
  blueprint_id uuid NOT NULL REFERENCES blueprint (id),
  position int NOT NULL,
  name text NOT NULL,
  -- 真实一刻: what the customer meets, and what they expect of it.
  moment text NOT NULL DEFAULT '',
  expectation text NOT NULL DEFAULT '',
  standard_ids uuid[] NOT NULL DEFAULT '{}',
  -- Seconds.
  wait_target int CHECK (wait_target >= 0),
  removed_at timestamptz
);
CREATE INDEX blueprint_step_order ON blueprint_step (blueprint_id, position) WHERE removed_at IS NULL;

CREATE TABLE blueprint_wait (
  id uuid PRIMARY KEY,
  step_id uuid NOT NULL REFERENCES blueprint_step (id),
  seconds int NOT NULL CHECK (seconds >= 0),
  measured_on date NOT NULL,
  created_at timestamptz NOT NULL,
  created_by uuid
);
CREATE INDEX blueprint_wait_step ON blueprint_wait (step_id, measured_on DESC);
