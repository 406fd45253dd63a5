-- Customers sign in to the portal with their mail address (SE-31). What they may see follows from contacts and customers of that address.
CREATE TABLE portal_account (
  id uuid PRIMARY KEY,
  email text NOT NULL UNIQUE CHECK (email = lower(email)),
  locale text NOT NULL DEFAULT 'zh-CN',
  created_at timestamptz NOT NULL,
  last_signed_in_at timestamptz NOT NULL
);

CREATE TABLE portal_session (
  id uuid PRIMARY KEY,
  token_hash text NOT NULL UNIQUE,
  account_id uuid NOT NULL REFERENCES portal_account (id),
  created_at timestamptz NOT NULL,
  last_seen_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  ip text,
  agent text,
  revoked_at timestamptz
);
CREATE INDEX portal_session_account ON portal_session (account_id) WHERE revoked_at IS NULL;

-- A row for each request of a code, for known and unknown addresses alike. The code is made when its mail leaves; only its hash is kept.
CREATE TABLE portal_code (
  id uuid PRIMARY KEY,
  email text NOT NULL,
  challenge_hash text NOT NULL UNIQUE,
  locale text NOT NULL,
  code_hash text,
  is_live boolean NOT NULL DEFAULT true,
  -- As notification_delivery has it: unsure is not sent twice.
  state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'sending', 'sent', 'failed', 'unsure', 'dropped')),
  tries int NOT NULL DEFAULT 0,
  error text,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  used_at timestamptz
);
CREATE UNIQUE INDEX portal_code_live ON portal_code (email) WHERE is_live;
CREATE INDEX portal_code_created ON portal_code (created_at);

-- How often something was done within its time: codes asked for, tries, reports. The names hold no address in clear.
CREATE TABLE portal_limit (
  bucket text PRIMARY KEY,
  used int NOT NULL,
  since timestamptz NOT NULL
);

-- Cases that were raised in the portal, by whom.
CREATE TABLE portal_case (
  case_id uuid PRIMARY KEY REFERENCES service_case (id),
  account_id uuid NOT NULL REFERENCES portal_account (id),
  created_at timestamptz NOT NULL
);
CREATE INDEX portal_case_account ON portal_case (account_id);

CREATE TABLE portal_picture (
  file_id uuid PRIMARY KEY REFERENCES file_object (id) ON DELETE CASCADE,
  account_id uuid NOT NULL REFERENCES portal_account (id),
  case_id uuid NOT NULL REFERENCES service_case (id),
  message_id uuid REFERENCES case_message (id),
  -- Made by the telephone: the same picture twice is one.
  key text NOT NULL,
  created_at timestamptz NOT NULL,
  UNIQUE (account_id, key)
);
CREATE INDEX portal_picture_case ON portal_picture (case_id);

-- What customers say of an answer: once a round.
CREATE TABLE portal_rating (
  case_id uuid NOT NULL REFERENCES service_case (id),
  round int NOT NULL,
  account_id uuid NOT NULL REFERENCES portal_account (id),
  score int NOT NULL CHECK (score BETWEEN 1 AND 5),
  is_solved boolean NOT NULL,
  words text,
  at timestamptz NOT NULL,
  PRIMARY KEY (case_id, round)
);

CREATE INDEX service_case_contact ON service_case (contact_id) WHERE contact_id IS NOT NULL AND deleted_at IS NULL;
