-- Registration and ownership (RE-10 to RE-14, RE-20, RE-21): who came, whose customer it is, and why.
CREATE TABLE ownership_case (
  id uuid PRIMARY KEY,
  site_id uuid NOT NULL REFERENCES site (id),
  customer_id uuid NOT NULL REFERENCES customer (id),
  pack text NOT NULL,
  -- The visit that founds it; its instant chooses the policy version for good (PL-40).
  registration_id uuid NOT NULL,
  opened_at timestamptz NOT NULL,
  facts jsonb NOT NULL,
  parties jsonb NOT NULL,
  owner_ids uuid[] NOT NULL DEFAULT '{}',
  -- `open` while facts are missing: the receiver follows up meanwhile.
  state text NOT NULL CHECK (state IN ('open', 'decided', 'ruling', 'ruled')),
  decision_id uuid,
  clause text,
  -- Shares given in writing where no clause decides (7.7, 4).
  ruling jsonb,
  replaced_by uuid REFERENCES ownership_case (id),
  updated_at timestamptz NOT NULL
);
CREATE INDEX ownership_case_customer ON ownership_case (customer_id, opened_at DESC);
CREATE INDEX ownership_case_site ON ownership_case (site_id, opened_at DESC);
-- One case stands for a customer at a site.
CREATE UNIQUE INDEX ownership_case_standing ON ownership_case (site_id, customer_id) WHERE replaced_by IS NULL;

-- What was learnt after the visit, and the decision that it led to.
CREATE TABLE ownership_fact (
  id uuid PRIMARY KEY,
  case_id uuid NOT NULL REFERENCES ownership_case (id),
  facts jsonb NOT NULL,
  parties jsonb NOT NULL,
  reason text,
  decision_id uuid,
  at timestamptz NOT NULL,
  actor_id uuid
);
CREATE INDEX ownership_fact_case ON ownership_fact (case_id, at);

CREATE TABLE staff_referral (
  id uuid PRIMARY KEY,
  site_id uuid NOT NULL REFERENCES site (id),
  visitor text NOT NULL,
  visitor_sort text NOT NULL DEFAULT '',
  phone text NOT NULL,
  introducer_id uuid NOT NULL REFERENCES app_user (id),
  agreed_on date NOT NULL,
  status text NOT NULL CHECK (status IN ('registered', 'confirmed', 'lapsed', 'void')),
  void_reason text CHECK (void_reason IN ('siteFirst', 'notConfirmed', 'rejected')),
  approval text NOT NULL DEFAULT 'waiting' CHECK (approval IN ('waiting', 'approved', 'rejected')),
  confirmation text CHECK (confirmation IN ('accompanied', 'phoned')),
  confirmed_at timestamptz,
  confirmed_by_id uuid REFERENCES app_user (id),
  registration_id uuid,
  customer_id uuid REFERENCES customer (id),
  owner_id uuid REFERENCES app_user (id),
  unit_id uuid REFERENCES org_unit (id),
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
CREATE INDEX staff_referral_phone ON staff_referral (site_id, phone);
CREATE INDEX staff_referral_day ON staff_referral (agreed_on) WHERE status = 'registered';
CREATE INDEX staff_referral_owner ON staff_referral (owner_id, created_at DESC);
CREATE INDEX staff_referral_unit ON staff_referral (unit_id, created_at DESC);
CREATE INDEX staff_referral_customer ON staff_referral (customer_id) WHERE customer_id IS NOT NULL;

CREATE TABLE visit_registration (
  id uuid PRIMARY KEY,
  site_id uuid NOT NULL REFERENCES site (id),
  customer_id uuid REFERENCES customer (id),
  visitor text NOT NULL,
  visitor_sort text NOT NULL DEFAULT '',
  phone text,
  phone_tail text CHECK (phone_tail ~ '^[0-9]{4}$'),
  arrived_at timestamptz NOT NULL,
  -- The day at the site.
  arrived_on date NOT NULL,
  channel text,
  companions int,
  matter text NOT NULL,
  note text,
  receiver_id uuid REFERENCES app_user (id),
  is_counted boolean NOT NULL DEFAULT false,
  clause text,
  -- Why the manager chose another receiver than the policy.
  overruled text,
  status text NOT NULL DEFAULT 'unconfirmed' CHECK (status IN ('unconfirmed', 'confirmed')),
  confirmed_at timestamptz,
  confirmed_by_id uuid REFERENCES app_user (id),
  said jsonb NOT NULL DEFAULT '{}',
  facts jsonb NOT NULL DEFAULT '{}',
  decision_id uuid,
  turn_id uuid,
  case_id uuid REFERENCES ownership_case (id),
  referral_id uuid REFERENCES staff_referral (id),
  owner_id uuid REFERENCES app_user (id),
  unit_id uuid REFERENCES org_unit (id),
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
CREATE INDEX visit_registration_tail ON visit_registration (site_id, phone_tail, arrived_at DESC);
CREATE INDEX visit_registration_phone ON visit_registration (site_id, phone, arrived_at DESC) WHERE phone IS NOT NULL;
CREATE INDEX visit_registration_visitor ON visit_registration (site_id, visitor text_pattern_ops, arrived_at DESC);
CREATE INDEX visit_registration_customer ON visit_registration (customer_id, arrived_at DESC);
CREATE INDEX visit_registration_day ON visit_registration (site_id, arrived_on, arrived_at);
CREATE INDEX visit_registration_unconfirmed ON visit_registration (site_id, arrived_on) WHERE status = 'unconfirmed';
CREATE INDEX visit_registration_owner ON visit_registration (owner_id, arrived_at DESC);
CREATE INDEX visit_registration_unit ON visit_registration (unit_id, arrived_at DESC);
CREATE INDEX visit_registration_created ON visit_registration (created_at DESC, id DESC);
CREATE INDEX visit_registration_grams ON visit_registration USING gin (zk_bigrams(search_text));
CREATE INDEX visit_registration_key ON visit_registration USING gin (search_key gin_trgm_ops);
CREATE INDEX visit_registration_numbers ON visit_registration USING gin (search_phone gin_trgm_ops);

-- RE-12: what was confirmed stays as it was written; only what hangs on it (merges, its case) may still move.
CREATE FUNCTION visit_registration_fixed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    IF OLD.status = 'confirmed' THEN RAISE EXCEPTION 'a confirmed registration is never deleted'; END IF;
    RETURN OLD;
  END IF;
  IF OLD.status = 'confirmed' AND ROW(NEW.site_id, NEW.visitor, NEW.phone, NEW.phone_tail, NEW.arrived_at, NEW.arrived_on, NEW.channel, NEW.companions, NEW.matter,
      NEW.note, NEW.receiver_id, NEW.is_counted, NEW.clause, NEW.overruled, NEW.status, NEW.confirmed_at, NEW.confirmed_by_id, NEW.said, NEW.facts, NEW.decision_id, NEW.deleted_at)
    IS DISTINCT FROM ROW(OLD.site_id, OLD.visitor, OLD.phone, OLD.phone_tail, OLD.arrived_at, OLD.arrived_on, OLD.channel, OLD.companions, OLD.matter,
      OLD.note, OLD.receiver_id, OLD.is_counted, OLD.clause, OLD.overruled, OLD.status, OLD.confirmed_at, OLD.confirmed_by_id, OLD.said, OLD.facts, OLD.decision_id, OLD.deleted_at)
  THEN RAISE EXCEPTION 'a confirmed registration never changes'; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER visit_registration_fixed BEFORE UPDATE OR DELETE ON visit_registration FOR EACH ROW EXECUTE FUNCTION visit_registration_fixed();

CREATE TABLE visit_annotation (
  id uuid PRIMARY KEY,
  registration_id uuid NOT NULL REFERENCES visit_registration (id),
  body text NOT NULL,
  at timestamptz NOT NULL,
  actor_id uuid
);
CREATE INDEX visit_annotation_registration ON visit_annotation (registration_id, at);
CREATE FUNCTION visit_annotation_fixed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'annotations are only added';
END $$;
CREATE TRIGGER visit_annotation_fixed BEFORE UPDATE OR DELETE ON visit_annotation FOR EACH ROW EXECUTE FUNCTION visit_annotation_fixed();

-- RE-11: information, never a ground of ownership.
CREATE TABLE call_registration (
  id uuid PRIMARY KEY,
  site_id uuid NOT NULL REFERENCES site (id),
  caller text NOT NULL,
  caller_sort text NOT NULL DEFAULT '',
  phone text,
  called_at timestamptz NOT NULL,
  channel text,
  interest text,
  appointment_on date,
  customer_id uuid REFERENCES customer (id),
  owner_id uuid REFERENCES app_user (id),
  unit_id uuid REFERENCES org_unit (id),
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
CREATE INDEX call_registration_site ON call_registration (site_id, called_at DESC);
CREATE INDEX call_registration_owner ON call_registration (owner_id, called_at DESC);
CREATE INDEX call_registration_unit ON call_registration (unit_id, called_at DESC);
CREATE INDEX call_registration_customer ON call_registration (customer_id) WHERE customer_id IS NOT NULL;

-- RE-14: one page for each day and site; closed, it is evidence.
CREATE TABLE evening_record (
  id uuid PRIMARY KEY,
  site_id uuid NOT NULL REFERENCES site (id),
  day date NOT NULL,
  status text NOT NULL CHECK (status IN ('open', 'closed')),
  notes text NOT NULL DEFAULT '',
  -- What the page showed when it was closed.
  content jsonb,
  updated_at timestamptz NOT NULL,
  updated_by uuid,
  closed_at timestamptz,
  closed_by uuid,
  UNIQUE (site_id, day)
);
CREATE FUNCTION evening_record_fixed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.status = 'closed' THEN RAISE EXCEPTION 'a closed evening record never changes'; END IF;
  IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER evening_record_fixed BEFORE UPDATE OR DELETE ON evening_record FOR EACH ROW EXECUTE FUNCTION evening_record_fixed();

INSERT INTO role_grant (role, object, action, scope)
SELECT r.key, g.object, g.action, g.scope
FROM (VALUES
  ('salesManager', 'visitRegistration', 'create', 'unitBelow'), ('salesManager', 'visitRegistration', 'read', 'unitBelow'),
  ('salesManager', 'visitRegistration', 'update', 'unitBelow'), ('salesManager', 'visitRegistration', 'export', 'unitBelow'), ('salesManager', 'visitRegistration', 'reveal', 'unitBelow'),
  ('salesperson', 'visitRegistration', 'read', 'own'), ('salesperson', 'visitRegistration', 'reveal', 'own'),
  ('reception', 'visitRegistration', 'create', 'unit'), ('reception', 'visitRegistration', 'read', 'unit'),
  ('salesManager', 'staffReferral', 'create', 'unitBelow'), ('salesManager', 'staffReferral', 'read', 'unitBelow'), ('salesManager', 'staffReferral', 'update', 'unitBelow'),
  ('salesManager', 'staffReferral', 'export', 'unitBelow'),
  ('salesperson', 'staffReferral', 'create', 'own'), ('salesperson', 'staffReferral', 'read', 'own'),
  ('reception', 'staffReferral', 'create', 'unit'), ('reception', 'staffReferral', 'read', 'unit'),
  ('serviceAgent', 'staffReferral', 'create', 'own'), ('serviceAgent', 'staffReferral', 'read', 'own'),
  ('salesManager', 'callRegistration', 'create', 'unitBelow'), ('salesManager', 'callRegistration', 'read', 'unitBelow'), ('salesManager', 'callRegistration', 'update', 'unitBelow'),
  ('salesManager', 'callRegistration', 'delete', 'unitBelow'), ('salesManager', 'callRegistration', 'export', 'unitBelow'), ('salesManager', 'callRegistration', 'reveal', 'unitBelow'),
  ('salesperson', 'callRegistration', 'create', 'own'), ('salesperson', 'callRegistration', 'read', 'own'), ('salesperson', 'callRegistration', 'update', 'own'), ('salesperson', 'callRegistration', 'reveal', 'own'),
  ('reception', 'callRegistration', 'create', 'unit'), ('reception', 'callRegistration', 'read', 'unit'), ('reception', 'callRegistration', 'update', 'unit')
) AS g (role, object, action, scope) JOIN role r ON r.key = g.role
ON CONFLICT DO NOTHING;
