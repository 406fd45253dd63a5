-- Notifications (PL-44): one row for each receiver; the words are made when it is read, in the reader's language.
CREATE TABLE notification (
  id uuid PRIMARY KEY,
  user_id uuid NOT NULL REFERENCES app_user (id),
  kind text NOT NULL,
  params jsonb NOT NULL DEFAULT '{}',
  -- The record it speaks of: whoever may not read that record gets words without it.
  about_object text,
  about_id uuid,
  -- A page of the product; null leads to the record.
  link text,
  is_urgent boolean NOT NULL DEFAULT false,
  is_in_app boolean NOT NULL DEFAULT true,
  created_at timestamptz NOT NULL,
  read_at timestamptz
);
CREATE INDEX notification_user ON notification (user_id, created_at DESC, id DESC) WHERE is_in_app;
CREATE INDEX notification_unread ON notification (user_id) WHERE is_in_app AND read_at IS NULL;

-- What leaves the house: at most once for each notification and channel, by the key.
CREATE TABLE notification_delivery (
  notification_id uuid NOT NULL REFERENCES notification (id) ON DELETE CASCADE,
  channel text NOT NULL CHECK (channel IN ('mail')),
  user_id uuid NOT NULL REFERENCES app_user (id),
  -- sending: handed to the server, the answer is not known yet; unsure: it never became known, so it is not sent again.
  state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'sending', 'sent', 'failed', 'dropped', 'unsure')),
  is_digest boolean NOT NULL DEFAULT false,
  due_at timestamptz NOT NULL,
  attempts int NOT NULL DEFAULT 0,
  -- The mail it went in; part of the Message-ID.
  message_id uuid,
  error text,
  created_at timestamptz NOT NULL,
  ended_at timestamptz,
  PRIMARY KEY (notification_id, channel)
);
CREATE INDEX notification_delivery_due ON notification_delivery (due_at) WHERE state IN ('waiting', 'sending');
CREATE INDEX notification_delivery_ended ON notification_delivery (ended_at DESC) WHERE state IN ('failed', 'unsure');

-- Where a person differs from a kind's own channels.
CREATE TABLE notification_preference (
  user_id uuid NOT NULL REFERENCES app_user (id),
  kind text NOT NULL,
  is_in_app boolean NOT NULL,
  mail text NOT NULL CHECK (mail IN ('off', 'now', 'digest')),
  PRIMARY KEY (user_id, kind)
);

-- Hours of the person's own day; mails wait while it is quiet, urgent ones do not.
CREATE TABLE notification_schedule (
  user_id uuid PRIMARY KEY REFERENCES app_user (id),
  digest_hour int NOT NULL CHECK (digest_hour BETWEEN 0 AND 23),
  quiet_from int CHECK (quiet_from BETWEEN 0 AND 23),
  quiet_until int CHECK (quiet_until BETWEEN 0 AND 23),
  CHECK ((quiet_from IS NULL) = (quiet_until IS NULL))
);

-- The company's mail server; at most one row. The password is ciphertext (SEC-28).
CREATE TABLE mail_server (
  is_only boolean PRIMARY KEY DEFAULT true CHECK (is_only),
  host text NOT NULL,
  port int NOT NULL CHECK (port BETWEEN 1 AND 65535),
  security text NOT NULL CHECK (security IN ('tls', 'starttls', 'none')),
  username text,
  password_cipher text,
  from_address text NOT NULL,
  site_url text,
  updated_at timestamptz NOT NULL,
  updated_by uuid
);

-- Approval flows (PL-42): which requests of a kind go which way. Conditions and steps are checked when they are saved.
CREATE TABLE approval_flow (
  id uuid PRIMARY KEY,
  kind text NOT NULL,
  name text NOT NULL,
  position int NOT NULL DEFAULT 0,
  is_active boolean NOT NULL DEFAULT true,
  allows_own boolean NOT NULL DEFAULT false,
  conditions jsonb NOT NULL DEFAULT '[]',
  steps jsonb NOT NULL,
  version int NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL,
  created_by uuid,
  updated_at timestamptz NOT NULL,
  updated_by uuid,
  deleted_at timestamptz
);
CREATE INDEX approval_flow_kind ON approval_flow (kind, position) WHERE deleted_at IS NULL;

CREATE TABLE approval (
  id uuid PRIMARY KEY,
  kind text NOT NULL,
  subject_object text NOT NULL,
  subject_id uuid NOT NULL,
  requester_id uuid NOT NULL REFERENCES app_user (id),
  unit_id uuid REFERENCES org_unit (id),
  amount numeric,
  note text,
  facts jsonb NOT NULL DEFAULT '{}',
  -- The flow as it was at the request: a later change of the flow does not move what is under way.
  flow_id uuid REFERENCES approval_flow (id),
  flow jsonb NOT NULL,
  -- What changes, as it was when the request was made, and its fingerprint.
  summary jsonb NOT NULL,
  fingerprint text NOT NULL,
  state text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'returned', 'approved', 'rejected', 'withdrawn')),
  round int NOT NULL DEFAULT 1,
  step int NOT NULL DEFAULT 0,
  reminded_at timestamptz,
  version int NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  closed_at timestamptz
);
CREATE UNIQUE INDEX approval_one_open ON approval (kind, subject_id) WHERE state IN ('open', 'returned');
CREATE INDEX approval_requester ON approval (requester_id, created_at DESC);
CREATE INDEX approval_subject ON approval (subject_object, subject_id, created_at DESC);
CREATE INDEX approval_open ON approval (created_at) WHERE state = 'open';

-- One person asked in one step. Those added before or after a signer stand in the same line.
CREATE TABLE approval_task (
  id uuid PRIMARY KEY,
  approval_id uuid NOT NULL REFERENCES approval (id) ON DELETE CASCADE,
  round int NOT NULL,
  step int NOT NULL,
  -- The first signer of the line.
  line_id uuid NOT NULL,
  -- Waits until that task is approved.
  after_id uuid REFERENCES approval_task (id),
  user_id uuid NOT NULL REFERENCES app_user (id),
  -- role, manager, people, subject, fallback, added, delegated, escalated, assigned
  origin text NOT NULL,
  state text NOT NULL CHECK (state IN ('waiting', 'later', 'approved', 'rejected', 'returned', 'passed', 'skipped')),
  due_at timestamptz,
  escalations int NOT NULL DEFAULT 0,
  opinion text,
  -- The person who acted: another than user_id where somebody stood in.
  acted_by uuid REFERENCES app_user (id),
  acted_at timestamptz,
  created_at timestamptz NOT NULL
);
CREATE INDEX approval_task_of ON approval_task (approval_id, round, step);
CREATE INDEX approval_task_waiting ON approval_task (user_id) WHERE state = 'waiting';
CREATE INDEX approval_task_due ON approval_task (due_at) WHERE state = 'waiting' AND due_at IS NOT NULL;
CREATE INDEX approval_task_acted ON approval_task (acted_by, acted_at DESC) WHERE acted_by IS NOT NULL;

-- What was done and said, in order; the printed form shows all of it.
CREATE TABLE approval_entry (
  id uuid PRIMARY KEY,
  approval_id uuid NOT NULL REFERENCES approval (id) ON DELETE CASCADE,
  round int NOT NULL,
  step int,
  at timestamptz NOT NULL,
  actor_id uuid REFERENCES app_user (id),
  -- The signer for whom the actor stood in.
  for_id uuid REFERENCES app_user (id),
  -- The person it concerns: to whom it was passed, who was added.
  to_id uuid REFERENCES app_user (id),
  action text NOT NULL,
  opinion text
);
CREATE INDEX approval_entry_of ON approval_entry (approval_id, id);

UPDATE role SET rights = array_append(rights, 'approvals.manage')
WHERE key = 'administrator' AND rights @> ARRAY['admin.settings'] AND NOT rights @> ARRAY['approvals.manage'];
