-- Performance sheets, service times, incentives and the recognition wall (SE-23, SE-40).

-- What a sheet counts, by the instant at which it happened, for everybody of a period and for one person.
CREATE INDEX service_case_answered ON service_case (answered_at) WHERE answered_at IS NOT NULL AND deleted_at IS NULL;
CREATE INDEX service_case_owner_answered ON service_case (owner_id, answered_at) WHERE answered_at IS NOT NULL AND deleted_at IS NULL;
CREATE INDEX service_case_responded ON service_case (first_response_at) WHERE first_response_at IS NOT NULL AND deleted_at IS NULL;
CREATE INDEX service_case_owner_responded ON service_case (owner_id, first_response_at) WHERE first_response_at IS NOT NULL AND deleted_at IS NULL;
CREATE INDEX service_case_closed ON service_case (closed_at) WHERE closed_at IS NOT NULL AND deleted_at IS NULL;
CREATE INDEX service_case_receiver ON service_case (first_receiver_id, received_at) WHERE deleted_at IS NULL;
CREATE INDEX case_clock_stage_breached ON case_clock_stage (at) WHERE stage LIKE 'breached%';
CREATE INDEX case_clock_again ON case_clock (stopped_at) WHERE kind = 'whole' AND round > 1;
CREATE INDEX case_clock_late ON case_clock (stopped_at) WHERE kind = 'whole' AND stopped_at > due_at;
CREATE INDEX case_step_callback ON case_step (done_at) WHERE key = 'callback' AND state = 'done';
CREATE INDEX service_order_arrived ON service_order (arrived_at) WHERE arrived_at IS NOT NULL AND deleted_at IS NULL;
CREATE INDEX service_order_done ON service_order (done_at) WHERE state = 'done' AND deleted_at IS NULL;

-- Whom an audit looked at, where it names one person (SE-21).
ALTER TABLE service_audit ADD COLUMN audited_person_id uuid REFERENCES app_user (id);
CREATE INDEX service_audit_person ON service_audit (audited_person_id, done_at) WHERE audited_person_id IS NOT NULL AND state = 'confirmed';

-- A moment of truth takes its actual wait from one of these measures; null: what is timed by hand and by audits (SE-22).
ALTER TABLE blueprint_step ADD COLUMN wait_measure text;

-- A month's incentive of a unit, or a correction of one entry: drafted, approved, posted.
CREATE TABLE incentive_run (
  id uuid PRIMARY KEY,
  kind text NOT NULL CHECK (kind IN ('award', 'correction')),
  month text NOT NULL CHECK (month ~ '^\d{4}-\d{2}$'),
  state text NOT NULL DEFAULT 'draft' CHECK (state IN ('draft', 'submitted', 'posted', 'dropped')),
  -- Policy pack that answers.
  pack text NOT NULL,
  reason text,
  people int NOT NULL DEFAULT 0,
  points numeric(14, 2) NOT NULL DEFAULT 0,
  amount numeric(18, 2) NOT NULL DEFAULT 0,
  amount_currency text NOT NULL DEFAULT 'CNY',
  computed_at timestamptz,
  posted_at timestamptz,
  -- Who runs it, and for which unit.
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
CREATE INDEX incentive_run_unit ON incentive_run (unit_id, created_at DESC, id DESC);
CREATE INDEX incentive_run_owner ON incentive_run (owner_id, created_at DESC, id DESC);
CREATE INDEX incentive_run_created ON incentive_run (created_at DESC, id DESC);
-- A unit's month is under way or posted once.
CREATE UNIQUE INDEX incentive_run_once ON incentive_run (unit_id, month) WHERE kind = 'award' AND state <> 'dropped';

-- What a run would post; made anew as often as the draft is computed.
CREATE TABLE incentive_line (
  id uuid PRIMARY KEY,
  run_id uuid NOT NULL REFERENCES incentive_run (id),
  person_id uuid NOT NULL REFERENCES app_user (id),
  person_unit_id uuid REFERENCES org_unit (id),
  points numeric(14, 2) NOT NULL,
  amount numeric(18, 2) NOT NULL,
  decision_id uuid REFERENCES decision (id),
  clause text,
  -- The entry that a correction is about.
  corrects_id uuid,
  UNIQUE (run_id, person_id)
);

CREATE TABLE incentive_entry (
  id uuid PRIMARY KEY,
  run_id uuid NOT NULL REFERENCES incentive_run (id),
  kind text NOT NULL CHECK (kind IN ('award', 'correction')),
  month text NOT NULL CHECK (month ~ '^\d{4}-\d{2}$'),
  points numeric(14, 2) NOT NULL,
  amount numeric(18, 2) NOT NULL,
  amount_currency text NOT NULL DEFAULT 'CNY',
  decision_id uuid REFERENCES decision (id),
  clause text,
  reason text,
  corrects_id uuid REFERENCES incentive_entry (id),
  owner_id uuid NOT NULL REFERENCES app_user (id),
  unit_id uuid REFERENCES org_unit (id),
  custom jsonb NOT NULL DEFAULT '{}',
  version int NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL,
  created_by uuid,
  updated_at timestamptz NOT NULL,
  updated_by uuid,
  deleted_at timestamptz,
  CHECK ((kind = 'correction') = (corrects_id IS NOT NULL)),
  CHECK (kind <> 'correction' OR reason IS NOT NULL)
);
CREATE INDEX incentive_entry_owner ON incentive_entry (owner_id, month);
CREATE INDEX incentive_entry_unit ON incentive_entry (unit_id, created_at DESC, id DESC);
CREATE INDEX incentive_entry_created ON incentive_entry (created_at DESC, id DESC);
CREATE INDEX incentive_entry_run ON incentive_entry (run_id);
CREATE INDEX incentive_entry_corrects ON incentive_entry (corrects_id) WHERE corrects_id IS NOT NULL;
-- Whoever moves to another unit within a month is not awarded twice.
CREATE UNIQUE INDEX incentive_entry_once ON incentive_entry (owner_id, month) WHERE kind = 'award';

CREATE FUNCTION incentive_entry_fixed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'incentive entries are only added to';
END $$;
CREATE TRIGGER incentive_entry_fixed BEFORE UPDATE OR DELETE ON incentive_entry FOR EACH ROW EXECUTE FUNCTION incentive_entry_fixed();
CREATE TRIGGER incentive_entry_kept BEFORE TRUNCATE ON incentive_entry FOR EACH STATEMENT EXECUTE FUNCTION incentive_entry_fixed();

-- Praise 表扬: from customers by their cases, from colleagues by name. Taken off the wall it is deleted, with the reason.
CREATE TABLE recognition (
  id uuid PRIMARY KEY,
  kind text NOT NULL CHECK (kind IN ('customer', 'colleague')),
  author_id uuid REFERENCES app_user (id),
  -- The customer's words stay in the case and are read there.
  words text,
  points int NOT NULL DEFAULT 0 CHECK (points >= 0),
  -- The month whose allowance the points came from.
  month text NOT NULL CHECK (month ~ '^\d{4}-\d{2}$'),
  case_id uuid REFERENCES service_case (id),
  hidden_for text,
  hidden_by_id uuid REFERENCES app_user (id),
  -- Who is praised.
  owner_id uuid NOT NULL REFERENCES app_user (id),
  unit_id uuid REFERENCES org_unit (id),
  custom jsonb NOT NULL DEFAULT '{}',
  version int NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL,
  created_by uuid,
  updated_at timestamptz NOT NULL,
  updated_by uuid,
  deleted_at timestamptz,
  CHECK ((kind = 'customer') = (case_id IS NOT NULL)),
  CHECK ((kind = 'colleague') = (author_id IS NOT NULL)),
  CHECK (kind = 'customer' OR (words IS NOT NULL AND author_id <> owner_id))
);
CREATE UNIQUE INDEX recognition_case ON recognition (case_id) WHERE case_id IS NOT NULL;
CREATE INDEX recognition_owner ON recognition (owner_id, created_at DESC, id DESC) WHERE deleted_at IS NULL;
CREATE INDEX recognition_unit ON recognition (unit_id, created_at DESC, id DESC) WHERE deleted_at IS NULL;
CREATE INDEX recognition_created ON recognition (created_at DESC, id DESC) WHERE deleted_at IS NULL;
CREATE INDEX recognition_author ON recognition (author_id, month) WHERE author_id IS NOT NULL;

CREATE TABLE recognition_reaction (
  recognition_id uuid NOT NULL REFERENCES recognition (id),
  user_id uuid NOT NULL REFERENCES app_user (id),
  kind text NOT NULL CHECK (kind IN ('applause', 'thanks', 'learn')),
  at timestamptz NOT NULL,
  PRIMARY KEY (recognition_id, user_id, kind)
);

-- Ready roles that a company has not made its own get what fits them.
INSERT INTO role_grant (role, object, action, scope)
SELECT g.role, g.object, g.action, g.scope
FROM (VALUES
  ('serviceSupervisor', 'incentiveRun', 'create', 'unitBelow'), ('serviceSupervisor', 'incentiveRun', 'read', 'unitBelow'), ('serviceSupervisor', 'incentiveRun', 'update', 'unitBelow'),
  ('serviceSupervisor', 'incentiveRun', 'export', 'unitBelow'), ('serviceSupervisor', 'incentiveEntry', 'read', 'unitBelow'), ('serviceSupervisor', 'incentiveEntry', 'export', 'unitBelow'),
  ('serviceSupervisor', 'recognition', 'create', 'all'), ('serviceSupervisor', 'recognition', 'read', 'all'), ('serviceSupervisor', 'recognition', 'update', 'unitBelow'),
  ('serviceAgent', 'incentiveEntry', 'read', 'own'), ('serviceAgent', 'recognition', 'create', 'all'), ('serviceAgent', 'recognition', 'read', 'all'),
  ('fieldWorker', 'incentiveEntry', 'read', 'own'), ('fieldWorker', 'recognition', 'create', 'all'), ('fieldWorker', 'recognition', 'read', 'all'))
  AS g (role, object, action, scope)
JOIN role r ON r.key = g.role AND r.is_built_in
ON CONFLICT DO NOTHING;
