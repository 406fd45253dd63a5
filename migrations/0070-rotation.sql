-- Reception board (RE-1 to RE-7): sites, the roster of each day, turns, and the ledger that explains every count.
CREATE TABLE site (
  id uuid PRIMARY KEY,
  name text NOT NULL,
  name_sort text NOT NULL DEFAULT '',
  -- The project manager.
  owner_id uuid REFERENCES app_user (id),
  unit_id uuid REFERENCES org_unit (id),
  -- Key of the policy pack that decides here.
  pack text NOT NULL,
  time_zone text NOT NULL,
  opens_at text NOT NULL DEFAULT '09:00',
  closes_at text NOT NULL DEFAULT '18:00',
  lunch_from text NOT NULL DEFAULT '11:30',
  lunch_until text NOT NULL DEFAULT '13:30',
  -- Minutes in which a turn must be taken up; afterwards the manager may pass it.
  take_up_minutes int NOT NULL DEFAULT 5 CHECK (take_up_minutes BETWEEN 1 AND 120),
  -- When the order of members was last set by hand; the next day begins from it.
  ordered_at timestamptz,
  custom jsonb NOT NULL DEFAULT '{}',
  version int NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL,
  created_by uuid,
  updated_at timestamptz NOT NULL,
  updated_by uuid,
  deleted_at timestamptz,
  search_text text NOT NULL DEFAULT '',
  search_key text NOT NULL DEFAULT '',
  search_phone text NOT NULL DEFAULT ''
);
CREATE INDEX site_owner ON site (owner_id) WHERE deleted_at IS NULL;
CREATE INDEX site_unit ON site (unit_id) WHERE deleted_at IS NULL;

CREATE TABLE site_member (
  site_id uuid NOT NULL REFERENCES site (id) ON DELETE CASCADE,
  user_id uuid NOT NULL REFERENCES app_user (id),
  position int NOT NULL,
  PRIMARY KEY (site_id, user_id)
);
CREATE INDEX site_member_user ON site_member (user_id);

-- One row for each site and day; every action locks it, so that a day's turns happen one after the other (RE-2).
CREATE TABLE roster_day (
  id uuid PRIMARY KEY,
  site_id uuid NOT NULL REFERENCES site (id),
  day date NOT NULL,
  status text NOT NULL CHECK (status IN ('open', 'closed')),
  opened_at timestamptz NOT NULL,
  opened_by uuid,
  closed_at timestamptz,
  closed_by uuid,
  UNIQUE (site_id, day)
);
CREATE UNIQUE INDEX roster_day_open ON roster_day (site_id) WHERE status = 'open';

CREATE TABLE roster_person (
  roster_day_id uuid NOT NULL REFERENCES roster_day (id) ON DELETE CASCADE,
  user_id uuid NOT NULL REFERENCES app_user (id),
  position int NOT NULL,
  is_on_site boolean NOT NULL,
  -- Why somebody on site is not in the rotation now; null when they are.
  away_state text CHECK (away_state IN ('absent', 'sentBySuperior', 'onBusiness', 'notReady', 'lunch')),
  away_since timestamptz,
  away_reason text,
  is_confirmed boolean NOT NULL DEFAULT false,
  -- What the turn policy says while somebody is away or busy; asked once for each state.
  pass_effect text CHECK (pass_effect IN ('lost', 'firstOnReturn', 'madeUp')),
  pass_decision_id uuid,
  pass_clause text,
  -- The ledger says already that the turn is kept.
  is_pass_noted boolean NOT NULL DEFAULT false,
  PRIMARY KEY (roster_day_id, user_id)
);

CREATE TABLE turn (
  id uuid PRIMARY KEY,
  roster_day_id uuid NOT NULL REFERENCES roster_day (id),
  site_id uuid NOT NULL REFERENCES site (id),
  user_id uuid NOT NULL REFERENCES app_user (id),
  registration_id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('rotation', 'designated', 'returning', 'duty')),
  is_counted boolean NOT NULL,
  is_new boolean NOT NULL,
  -- The visitor as called at the desk; never a phone number.
  visitor text,
  state text NOT NULL CHECK (state IN ('assigned', 'receiving', 'ended', 'refused', 'passed')),
  assigned_at timestamptz NOT NULL,
  due_at timestamptz NOT NULL,
  taken_up_at timestamptz,
  ended_at timestamptz,
  -- How and why the visitor came to this person (PL-41).
  decision_id uuid,
  clause text,
  reason text
);
-- Never two receivers for one arrival.
CREATE UNIQUE INDEX turn_one_receiver ON turn (registration_id) WHERE state IN ('assigned', 'receiving');
-- A rotation turn never goes to somebody who is busy with another one.
CREATE UNIQUE INDEX turn_one_rotation ON turn (roster_day_id, user_id) WHERE state IN ('assigned', 'receiving') AND kind = 'rotation';
CREATE INDEX turn_of_day ON turn (roster_day_id, assigned_at);
CREATE INDEX turn_registration ON turn (registration_id);

-- Every change of a count with its reason (UX-17); counts are its sums and are stored nowhere.
CREATE TABLE turn_entry (
  id uuid PRIMARY KEY,
  roster_day_id uuid NOT NULL REFERENCES roster_day (id),
  site_id uuid NOT NULL REFERENCES site (id),
  day date NOT NULL,
  user_id uuid NOT NULL REFERENCES app_user (id),
  turn_id uuid REFERENCES turn (id),
  kind text NOT NULL CHECK (kind IN ('carried', 'joined', 'counted', 'uncounted', 'lost', 'kept', 'forgiven', 'idle', 'givenBack')),
  amount int NOT NULL,
  at timestamptz NOT NULL,
  decision_id uuid,
  clause text,
  reason text,
  actor_id uuid
);
CREATE INDEX turn_entry_day ON turn_entry (roster_day_id, user_id) INCLUDE (amount);
CREATE INDEX turn_entry_site ON turn_entry (site_id, day, user_id);
-- A turn counts once, and is taken back once at most.
CREATE UNIQUE INDEX turn_entry_counted ON turn_entry (turn_id) WHERE kind IN ('counted', 'uncounted');
CREATE UNIQUE INDEX turn_entry_reversed ON turn_entry (turn_id) WHERE kind IN ('idle', 'givenBack');

CREATE FUNCTION turn_entry_fixed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the turn ledger is only added to';
END $$;
CREATE TRIGGER turn_entry_fixed BEFORE UPDATE OR DELETE ON turn_entry FOR EACH ROW EXECUTE FUNCTION turn_entry_fixed();

-- What happened on the board that is no turn: opened, away, back, order changed with its reason (RE-7) …
CREATE TABLE roster_log (
  id uuid PRIMARY KEY,
  roster_day_id uuid NOT NULL REFERENCES roster_day (id),
  at timestamptz NOT NULL,
  actor_id uuid,
  user_id uuid REFERENCES app_user (id),
  action text NOT NULL,
  reason text,
  decision_id uuid,
  clause text,
  detail jsonb NOT NULL DEFAULT '{}'
);
CREATE INDEX roster_log_day ON roster_log (roster_day_id, at);

-- The ready roles of companies that exist already; new ones get them from the list of ready roles.
INSERT INTO role_grant (role, object, action, scope)
SELECT r.key, 'site', g.action, g.scope
FROM (VALUES
  ('salesManager', 'create', 'unitBelow'), ('salesManager', 'read', 'unitBelow'), ('salesManager', 'update', 'unitBelow'),
  ('salesManager', 'delete', 'unitBelow'), ('salesManager', 'export', 'unitBelow'), ('salesManager', 'assign', 'unitBelow'),
  ('salesperson', 'read', 'own'), ('reception', 'read', 'unit'), ('reception', 'assign', 'unit')
) AS g (role, action, scope) JOIN role r ON r.key = g.role
ON CONFLICT DO NOTHING;
