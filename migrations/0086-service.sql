-- Service cases 服务请求与投诉 (SE-1 to SE-11): the case, its messages, its process and its clocks.
CREATE TABLE service_queue (
  id uuid PRIMARY KEY,
  name text NOT NULL,
  -- The unit whose people work on it and whose calendar its clocks run by.
  unit_id uuid REFERENCES org_unit (id),
  skills text[] NOT NULL DEFAULT '{}',
  -- manual: people take cases; load: the one with the fewest open cases who is on duty and has the skills.
  assignment text NOT NULL DEFAULT 'load' CHECK (assignment IN ('manual', 'load')),
  is_active boolean NOT NULL DEFAULT true,
  custom jsonb NOT NULL DEFAULT '{}',
  version int NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL,
  created_by uuid,
  updated_at timestamptz NOT NULL,
  updated_by uuid,
  deleted_at timestamptz
);
CREATE TABLE service_queue_member (
  queue_id uuid NOT NULL REFERENCES service_queue (id),
  user_id uuid NOT NULL REFERENCES app_user (id),
  -- Open cases that may lie with them at once; null: no limit.
  max_open int CHECK (max_open > 0),
  PRIMARY KEY (queue_id, user_id)
);

-- The steps of a process as data; a version never changes once a case runs on it.
CREATE TABLE process_template (
  id uuid PRIMARY KEY,
  key text NOT NULL,
  revision int NOT NULL,
  name_zh text NOT NULL,
  name_en text NOT NULL,
  steps jsonb NOT NULL,
  is_current boolean NOT NULL,
  version int NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL,
  created_by uuid,
  UNIQUE (key, revision)
);
CREATE UNIQUE INDEX process_template_current ON process_template (key) WHERE is_current;

CREATE TABLE case_type (
  id uuid PRIMARY KEY,
  name text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('enquiry', 'service', 'complaint', 'suggestion', 'praise', 'repair')),
  process text NOT NULL,
  -- The pack of policies that gives its clocks and limits.
  pack text NOT NULL,
  queue_id uuid REFERENCES service_queue (id),
  skills text[] NOT NULL DEFAULT '{}',
  is_public boolean NOT NULL DEFAULT true,
  position int NOT NULL DEFAULT 0,
  is_active boolean NOT NULL DEFAULT true,
  custom jsonb NOT NULL DEFAULT '{}',
  version int NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL,
  created_by uuid,
  updated_at timestamptz NOT NULL,
  updated_by uuid,
  deleted_at timestamptz
);
CREATE UNIQUE INDEX case_type_name ON case_type (name) WHERE deleted_at IS NULL;

-- The tree of causes (SE-8).
CREATE TABLE complaint_cause (
  id uuid PRIMARY KEY,
  name text NOT NULL,
  parent_id uuid REFERENCES complaint_cause (id),
  -- Whom the result is fed back to (SE-6): design, production, operations, service, none.
  feeds_back_to text NOT NULL DEFAULT 'operations' CHECK (feeds_back_to IN ('design', 'production', 'operations', 'service', 'none')),
  position int NOT NULL DEFAULT 0,
  is_active boolean NOT NULL DEFAULT true,
  custom jsonb NOT NULL DEFAULT '{}',
  version int NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL,
  created_by uuid,
  updated_at timestamptz NOT NULL,
  updated_by uuid,
  deleted_at timestamptz
);
CREATE INDEX complaint_cause_parent ON complaint_cause (parent_id);

CREATE TABLE service_case (
  id uuid PRIMARY KEY,
  number text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('enquiry', 'service', 'complaint', 'suggestion', 'praise', 'repair')),
  case_type_id uuid NOT NULL REFERENCES case_type (id),
  channel text NOT NULL CHECK (channel IN ('phone', 'mail', 'web', 'portal', 'inPerson', 'entrusted', 'letter', 'chat', 'message', 'api')),
  subject text NOT NULL,
  description text,
  customer_id uuid REFERENCES customer (id),
  contact_id uuid REFERENCES contact (id),
  -- Who reported it, where no customer or contact says so: somebody entrusted, a passer-by.
  reporter_name text,
  reporter_phone text,
  reporter_email text,
  place text,
  -- Within the city of the unit, for clocks that tell local from elsewhere.
  is_local boolean NOT NULL DEFAULT true,
  state text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'waiting', 'answered', 'closed', 'merged', 'withdrawn')),
  priority text NOT NULL DEFAULT 'normal' CHECK (priority IN ('low', 'normal', 'high', 'urgent')),
  validity text NOT NULL DEFAULT 'unjudged' CHECK (validity IN ('unjudged', 'valid', 'invalid')),
  severity text NOT NULL DEFAULT 'ordinary' CHECK (severity IN ('ordinary', 'major')),
  cause_id uuid REFERENCES complaint_cause (id),
  process_template_id uuid NOT NULL REFERENCES process_template (id),
  step text,
  queue_id uuid REFERENCES service_queue (id),
  first_receiver_id uuid REFERENCES app_user (id),
  responsible_id uuid REFERENCES app_user (id),
  received_at timestamptz NOT NULL,
  -- The nearest end of a running clock; null while none runs.
  due_at timestamptz,
  -- How far its clocks have run: calm, half, near, breached.
  urgency text NOT NULL DEFAULT 'calm' CHECK (urgency IN ('calm', 'half', 'near', 'breached')),
  first_response_at timestamptz,
  answered_at timestamptz,
  closed_at timestamptz,
  reopen_count int NOT NULL DEFAULT 0,
  solution text,
  summary text,
  satisfaction int CHECK (satisfaction BETWEEN 1 AND 5),
  is_solved boolean,
  is_on_spot boolean NOT NULL DEFAULT false,
  merged_into_id uuid REFERENCES service_case (id),
  split_from_id uuid REFERENCES service_case (id),
  tags text[] NOT NULL DEFAULT '{}',
  -- The message or form that it came from, so that the same one twice makes one case (REL-7).
  source_key text,
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
  deleted_at timestamptz
);
CREATE SEQUENCE zk_number_case_number;
CREATE UNIQUE INDEX service_case_number ON service_case (number);
CREATE UNIQUE INDEX service_case_source ON service_case (source_key) WHERE source_key IS NOT NULL;
CREATE INDEX service_case_owner_due ON service_case (owner_id, due_at, id) WHERE state IN ('open', 'waiting', 'answered') AND deleted_at IS NULL;
CREATE INDEX service_case_queue_due ON service_case (queue_id, due_at, id) WHERE state IN ('open', 'waiting', 'answered') AND deleted_at IS NULL;
CREATE INDEX service_case_due ON service_case (due_at, id) WHERE state IN ('open', 'waiting', 'answered') AND deleted_at IS NULL;
CREATE INDEX service_case_customer ON service_case (customer_id, received_at DESC) WHERE deleted_at IS NULL;
CREATE INDEX service_case_unit ON service_case (unit_id, created_at DESC, id DESC) WHERE deleted_at IS NULL;
CREATE INDEX service_case_created ON service_case (created_at DESC, id DESC) WHERE deleted_at IS NULL;
CREATE INDEX service_case_received ON service_case (received_at, kind) WHERE deleted_at IS NULL;
CREATE INDEX service_case_text ON service_case USING gin (search_text gin_trgm_ops);
CREATE INDEX service_case_key ON service_case USING gin (search_key gin_trgm_ops);
CREATE INDEX service_case_merged ON service_case (merged_into_id) WHERE merged_into_id IS NOT NULL;

-- What was said, to the customer or among colleagues, oldest first.
CREATE TABLE case_message (
  id uuid PRIMARY KEY,
  case_id uuid NOT NULL REFERENCES service_case (id),
  customer_id uuid REFERENCES customer (id),
  kind text NOT NULL CHECK (kind IN ('incoming', 'reply', 'note')),
  channel text NOT NULL,
  body text NOT NULL,
  -- Cleaned HTML of a mail; shown only after a second cleaning.
  html text,
  author_id uuid REFERENCES app_user (id),
  author_name text,
  mail_id uuid,
  -- From which case it was moved by a merge or a split.
  moved_from_id uuid REFERENCES service_case (id),
  source_key text,
  custom jsonb NOT NULL DEFAULT '{}',
  version int NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL,
  created_by uuid,
  updated_at timestamptz NOT NULL,
  updated_by uuid,
  deleted_at timestamptz
);
CREATE INDEX case_message_case ON case_message (case_id, created_at, id);
CREATE UNIQUE INDEX case_message_source ON case_message (source_key) WHERE source_key IS NOT NULL;

CREATE TABLE case_watcher (
  case_id uuid NOT NULL REFERENCES service_case (id),
  user_id uuid NOT NULL REFERENCES app_user (id),
  since timestamptz NOT NULL,
  PRIMARY KEY (case_id, user_id)
);
CREATE TABLE case_link (
  case_id uuid NOT NULL REFERENCES service_case (id),
  other_id uuid NOT NULL REFERENCES service_case (id),
  since timestamptz NOT NULL,
  created_by uuid,
  PRIMARY KEY (case_id, other_id),
  CHECK (case_id <> other_id)
);

-- One row a step that was opened; only the open one can be done (SE-3).
CREATE TABLE case_step (
  id uuid PRIMARY KEY,
  case_id uuid NOT NULL REFERENCES service_case (id),
  key text NOT NULL,
  position int NOT NULL,
  -- A reopened case goes through its steps again: the round.
  round int NOT NULL DEFAULT 1,
  state text NOT NULL CHECK (state IN ('open', 'approving', 'done')),
  actor_id uuid REFERENCES app_user (id),
  opened_at timestamptz NOT NULL,
  due_at timestamptz,
  done_at timestamptz,
  done_by uuid REFERENCES app_user (id),
  answers jsonb NOT NULL DEFAULT '{}',
  decision_id uuid,
  UNIQUE (case_id, key, round)
);
CREATE UNIQUE INDEX case_step_open ON case_step (case_id) WHERE state <> 'done';
CREATE INDEX case_step_actor ON case_step (actor_id, due_at) WHERE state <> 'done';

-- A time limit by a policy (SE-4). What it was computed from stays on record, each time it was computed anew.
CREATE TABLE case_clock (
  id uuid PRIMARY KEY,
  case_id uuid NOT NULL REFERENCES service_case (id),
  kind text NOT NULL CHECK (kind IN ('firstResponse', 'whole', 'callback')),
  round int NOT NULL DEFAULT 1,
  decision_id uuid NOT NULL,
  calendar_id uuid NOT NULL,
  measure text NOT NULL CHECK (measure IN ('workingDays', 'workingHours', 'hours')),
  amount numeric(8, 2) NOT NULL CHECK (amount > 0),
  -- Days granted on top by an extension.
  extended_days int NOT NULL DEFAULT 0,
  pauses boolean NOT NULL,
  half_percent int NOT NULL DEFAULT 50 CHECK (half_percent BETWEEN 1 AND 99),
  near_percent int NOT NULL DEFAULT 80 CHECK (near_percent BETWEEN 1 AND 99),
  started_at timestamptz NOT NULL,
  due_at timestamptz NOT NULL,
  half_at timestamptz,
  near_at timestamptz,
  stopped_at timestamptz,
  paused_at timestamptz,
  computation jsonb NOT NULL,
  UNIQUE (case_id, kind, round)
);
CREATE INDEX case_clock_due ON case_clock (due_at) WHERE stopped_at IS NULL AND paused_at IS NULL;
CREATE INDEX case_clock_calendar ON case_clock (calendar_id) WHERE stopped_at IS NULL;
CREATE TABLE case_clock_pause (
  clock_id uuid NOT NULL REFERENCES case_clock (id),
  from_at timestamptz NOT NULL,
  to_at timestamptz,
  reason text NOT NULL,
  PRIMARY KEY (clock_id, from_at)
);
-- Each warning and each level of escalation once, whatever the clock of the server does (REL-6).
CREATE TABLE case_clock_stage (
  clock_id uuid NOT NULL REFERENCES case_clock (id),
  stage text NOT NULL,
  at timestamptz NOT NULL,
  told uuid[] NOT NULL DEFAULT '{}',
  PRIMARY KEY (clock_id, stage)
);
-- Why a deadline moved: an extension, a pause, a corrected calendar, another severity.
CREATE TABLE case_clock_change (
  id uuid PRIMARY KEY,
  clock_id uuid NOT NULL REFERENCES case_clock (id),
  reason text NOT NULL CHECK (reason IN ('started', 'paused', 'resumed', 'extended', 'calendar', 'rejudged', 'stopped')),
  from_due timestamptz,
  to_due timestamptz NOT NULL,
  decision_id uuid,
  computation jsonb NOT NULL,
  at timestamptz NOT NULL,
  actor_id uuid
);
CREATE INDEX case_clock_change_clock ON case_clock_change (clock_id, at);

-- Redress given to the customer (SE-7); its cost is booked when it is approved.
CREATE TABLE case_remedy (
  id uuid PRIMARY KEY,
  case_id uuid NOT NULL REFERENCES service_case (id),
  customer_id uuid REFERENCES customer (id),
  kind text NOT NULL CHECK (kind IN ('explanation', 'apology', 'repair', 'exchange', 'refund', 'compensation', 'gift', 'points')),
  note text,
  amount numeric(20, 2) NOT NULL DEFAULT 0 CHECK (amount >= 0),
  amount_currency text NOT NULL DEFAULT 'CNY',
  state text NOT NULL CHECK (state IN ('approving', 'granted', 'refused')),
  decision_id uuid,
  cause_id uuid REFERENCES complaint_cause (id),
  booked_on date,
  custom jsonb NOT NULL DEFAULT '{}',
  version int NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL,
  created_by uuid,
  updated_at timestamptz NOT NULL,
  updated_by uuid,
  deleted_at timestamptz
);
CREATE INDEX case_remedy_case ON case_remedy (case_id);

-- What is done so that it does not happen again (SE-8).
CREATE TABLE corrective_action (
  id uuid PRIMARY KEY,
  case_id uuid REFERENCES service_case (id),
  cause_id uuid REFERENCES complaint_cause (id),
  subject text NOT NULL,
  measure text,
  state text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'done', 'effective', 'ineffective')),
  due_on date NOT NULL,
  done_on date,
  check_on date,
  effect text,
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
CREATE INDEX corrective_action_case ON corrective_action (case_id);
CREATE INDEX corrective_action_owner ON corrective_action (owner_id, due_on) WHERE deleted_at IS NULL;

-- The fourth of the four no-leaks: the result was told to those who can prevent it (SE-6).
CREATE TABLE case_feedback (
  id uuid PRIMARY KEY,
  case_id uuid NOT NULL REFERENCES service_case (id),
  department text NOT NULL CHECK (department IN ('design', 'production', 'operations', 'service')),
  user_id uuid REFERENCES app_user (id),
  words text NOT NULL,
  at timestamptz NOT NULL,
  actor_id uuid,
  read_at timestamptz
);
CREATE INDEX case_feedback_case ON case_feedback (case_id);

-- Who has a case open in a page, so that two do not answer at once (SE-10).
CREATE TABLE case_presence (
  case_id uuid NOT NULL REFERENCES service_case (id) ON DELETE CASCADE,
  user_id uuid NOT NULL REFERENCES app_user (id),
  is_writing boolean NOT NULL DEFAULT false,
  seen_at timestamptz NOT NULL,
  PRIMARY KEY (case_id, user_id)
);

CREATE TABLE canned_reply (
  id uuid PRIMARY KEY,
  name text NOT NULL,
  locale text NOT NULL DEFAULT 'zh-CN' CHECK (locale IN ('zh-CN', 'en')),
  body text NOT NULL,
  custom jsonb NOT NULL DEFAULT '{}',
  version int NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL,
  created_by uuid,
  updated_at timestamptz NOT NULL,
  updated_by uuid,
  deleted_at timestamptz
);
-- A press that does several things to a case: [{do, ...}].
CREATE TABLE case_macro (
  id uuid PRIMARY KEY,
  name text NOT NULL,
  steps jsonb NOT NULL DEFAULT '[]',
  is_active boolean NOT NULL DEFAULT true,
  position int NOT NULL DEFAULT 0,
  custom jsonb NOT NULL DEFAULT '{}',
  version int NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL,
  created_by uuid,
  updated_at timestamptz NOT NULL,
  updated_by uuid,
  deleted_at timestamptz
);
