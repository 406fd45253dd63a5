-- Policies as data (PL-40, 41): packs, policies, versions that are never changed once they leave the draft, and what they decided.
CREATE TABLE policy_pack (
  id uuid PRIMARY KEY,
  key text NOT NULL UNIQUE,
  label jsonb NOT NULL,
  about jsonb NOT NULL,
  -- The shipped pack that it began as; null for the company's own.
  origin text,
  created_at timestamptz NOT NULL,
  created_by uuid
);

CREATE TABLE policy (
  id uuid PRIMARY KEY,
  pack_id uuid NOT NULL REFERENCES policy_pack,
  -- `<pack>.<decision point>`
  key text NOT NULL UNIQUE,
  point text NOT NULL,
  label jsonb NOT NULL,
  created_at timestamptz NOT NULL,
  created_by uuid
);
CREATE INDEX policy_of_pack ON policy (pack_id);

CREATE TABLE policy_version (
  id uuid PRIMARY KEY,
  policy_id uuid NOT NULL REFERENCES policy,
  number int NOT NULL,
  status text NOT NULL CHECK (status IN ('draft', 'submitted', 'approved', 'withdrawn')),
  model jsonb NOT NULL,
  note text NOT NULL DEFAULT '',
  based_on int,
  -- Decides events from this instant on, until the next approved version does.
  active_from timestamptz,
  version int NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL,
  created_by uuid,
  updated_at timestamptz NOT NULL,
  updated_by uuid,
  submitted_at timestamptz,
  submitted_by uuid,
  approved_at timestamptz,
  approved_by uuid,
  UNIQUE (policy_id, number),
  CHECK (status <> 'approved' OR active_from IS NOT NULL)
);
CREATE UNIQUE INDEX policy_version_open ON policy_version (policy_id) WHERE status IN ('draft', 'submitted');
CREATE INDEX policy_version_in_force ON policy_version (policy_id, active_from DESC, number DESC) WHERE status = 'approved';

-- What leaves the draft is history: only its status and dates may still move.
CREATE FUNCTION policy_version_fixed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.status = 'approved' AND (NEW.model IS DISTINCT FROM OLD.model OR NEW.status <> 'approved' OR NEW.active_from IS DISTINCT FROM OLD.active_from) THEN
    RAISE EXCEPTION 'an approved policy version never changes';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER policy_version_fixed BEFORE UPDATE ON policy_version FOR EACH ROW EXECUTE FUNCTION policy_version_fixed();

CREATE TABLE decision (
  id uuid PRIMARY KEY,
  policy_id uuid NOT NULL REFERENCES policy,
  policy_version_id uuid NOT NULL REFERENCES policy_version,
  -- The instant of the event: it chose the version.
  event_at timestamptz NOT NULL,
  decided_at timestamptz NOT NULL,
  subject_object text NOT NULL,
  subject_id uuid NOT NULL,
  facts jsonb NOT NULL,
  status text NOT NULL CHECK (status IN ('decided', 'undecided')),
  clause text,
  row_id text,
  results jsonb,
  derived jsonb NOT NULL,
  trace jsonb NOT NULL,
  -- What the ids among the facts stood for, so that the answer can be read later.
  names jsonb NOT NULL DEFAULT '{}',
  actor_id uuid
);
CREATE INDEX decision_of_subject ON decision (subject_object, subject_id, decided_at DESC);
CREATE INDEX decision_of_policy ON decision (policy_id, event_at DESC);
CREATE INDEX decision_by_clause ON decision (policy_id, clause, event_at DESC);
