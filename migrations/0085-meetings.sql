-- Meetings 会议 (SE-5, SF-21, SF-22): agenda, participants, minutes with their clock, resolution, actions.
CREATE TABLE meeting (
  id uuid PRIMARY KEY,
  kind text NOT NULL CHECK (kind IN ('solution', 'symposium', 'keyAccount', 'other')),
  subject text NOT NULL,
  goal text,
  place text,
  starts_at timestamptz NOT NULL,
  ends_at timestamptz NOT NULL,
  state text NOT NULL DEFAULT 'planned' CHECK (state IN ('planned', 'held', 'minuted', 'closed', 'cancelled')),
  customer_id uuid REFERENCES customer (id),
  -- What it is about: a record of a module above.
  about_object text,
  about_id uuid,
  -- [{key, topic, title, minutes}]
  agenda jsonb NOT NULL DEFAULT '[]',
  -- [{key, words, isDone}]
  preparation jsonb NOT NULL DEFAULT '[]',
  summary text,
  resolution text NOT NULL DEFAULT 'none' CHECK (resolution IN ('none', 'agreed', 'notAgreed')),
  resolution_text text,
  resolved_at timestamptz,
  resolved_by_id uuid REFERENCES app_user (id),
  minutes_due_at timestamptz,
  minutes_sent_at timestamptz,
  -- When the clock of the minutes is to be looked at again; null: it does not run.
  next_at timestamptz,
  cancelled_for text,
  search_text text,
  search_key text,
  search_phone text,
  owner_id uuid REFERENCES app_user (id),
  unit_id uuid REFERENCES org_unit (id),
  custom jsonb NOT NULL DEFAULT '{}',
  version int NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL,
  created_by uuid,
  updated_at timestamptz NOT NULL,
  updated_by uuid,
  deleted_at timestamptz,
  CHECK (ends_at > starts_at),
  CHECK ((about_object IS NULL) = (about_id IS NULL)),
  CHECK ((resolution = 'none') = (resolved_at IS NULL))
);
CREATE INDEX meeting_owner ON meeting (owner_id, created_at DESC);
CREATE INDEX meeting_unit ON meeting (unit_id, created_at DESC);
CREATE INDEX meeting_created ON meeting (created_at DESC, id DESC);
CREATE INDEX meeting_starts ON meeting (starts_at DESC, id) WHERE deleted_at IS NULL;
CREATE INDEX meeting_customer ON meeting (customer_id, starts_at DESC) WHERE customer_id IS NOT NULL;
CREATE INDEX meeting_about ON meeting (about_id) WHERE about_id IS NOT NULL;
CREATE INDEX meeting_clock ON meeting (next_at, id) WHERE next_at IS NOT NULL;
CREATE INDEX meeting_symposium ON meeting (unit_id, ends_at DESC) WHERE kind = 'symposium';
CREATE INDEX meeting_text ON meeting USING gin (search_text gin_trgm_ops);
CREATE INDEX meeting_key ON meeting USING gin (search_key gin_trgm_ops);

CREATE TABLE meeting_participant (
  id uuid PRIMARY KEY,
  meeting_id uuid NOT NULL REFERENCES meeting (id),
  user_id uuid REFERENCES app_user (id),
  contact_id uuid REFERENCES contact (id),
  -- As they were called when they were invited.
  name text NOT NULL,
  answer text NOT NULL DEFAULT 'none' CHECK (answer IN ('none', 'accepted', 'declined')),
  answered_at timestamptz,
  invited_at timestamptz,
  sent_at timestamptz,
  -- notice: told by the product; hand: given to them by somebody.
  sent_by text CHECK (sent_by IN ('notice', 'hand')),
  position int NOT NULL,
  CHECK (user_id IS NULL OR contact_id IS NULL)
);
CREATE UNIQUE INDEX meeting_participant_user ON meeting_participant (meeting_id, user_id) WHERE user_id IS NOT NULL;
CREATE UNIQUE INDEX meeting_participant_contact ON meeting_participant (meeting_id, contact_id) WHERE contact_id IS NOT NULL;
CREATE INDEX meeting_participant_order ON meeting_participant (meeting_id, position);

CREATE TABLE meeting_action (
  id uuid PRIMARY KEY,
  meeting_id uuid NOT NULL REFERENCES meeting (id),
  subject text NOT NULL,
  -- What the customer said.
  opinion text,
  due_on date NOT NULL,
  state text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'done')),
  done_at timestamptz,
  result text,
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
CREATE INDEX meeting_action_owner ON meeting_action (owner_id, created_at DESC);
CREATE INDEX meeting_action_unit ON meeting_action (unit_id, created_at DESC);
CREATE INDEX meeting_action_created ON meeting_action (created_at DESC, id DESC);
CREATE INDEX meeting_action_meeting ON meeting_action (meeting_id);
CREATE INDEX meeting_action_due ON meeting_action (due_on) WHERE state = 'open' AND deleted_at IS NULL;

-- Each warning of the minutes' clock once, whatever the server's clock does (REL-6).
CREATE TABLE meeting_clock_stage (
  meeting_id uuid NOT NULL REFERENCES meeting (id),
  stage text NOT NULL CHECK (stage IN ('half', 'near', 'breached')),
  at timestamptz NOT NULL,
  told uuid[] NOT NULL,
  PRIMARY KEY (meeting_id, stage)
);

-- A unit with customers and a year without a symposium: told once for each such year.
CREATE TABLE symposium_reminder (
  unit_id uuid NOT NULL REFERENCES org_unit (id),
  due_on date NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (unit_id, due_on)
);
