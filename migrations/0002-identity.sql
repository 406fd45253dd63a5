CREATE TABLE org_unit (
  id uuid PRIMARY KEY,
  name text NOT NULL,
  name_sort text NOT NULL DEFAULT '',
  kind text NOT NULL CHECK (kind IN ('company', 'branch', 'department', 'team')),
  parent_id uuid REFERENCES org_unit (id),
  -- Ids from the root down to this unit: "below" is one array test.
  path uuid[] NOT NULL,
  manager_id uuid,
  position int NOT NULL DEFAULT 0,
  custom jsonb NOT NULL DEFAULT '{}',
  version int NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL,
  created_by uuid,
  updated_at timestamptz NOT NULL,
  updated_by uuid,
  deleted_at timestamptz
);
CREATE INDEX org_unit_path ON org_unit USING gin (path);

CREATE TABLE app_user (
  id uuid PRIMARY KEY,
  username text NOT NULL,
  name text NOT NULL,
  name_sort text NOT NULL DEFAULT '',
  title text,
  email text,
  phone text,
  unit_id uuid REFERENCES org_unit (id),
  manager_id uuid REFERENCES app_user (id),
  is_active boolean NOT NULL DEFAULT true,
  locale text NOT NULL DEFAULT 'zh-CN',
  time_zone text NOT NULL DEFAULT 'Asia/Shanghai',
  password_hash text,
  password_changed_at timestamptz,
  must_change_password boolean NOT NULL DEFAULT false,
  -- Confirmed authenticator; encrypted (SEC-28).
  totp_cipher text,
  totp_last_step bigint,
  preferences jsonb NOT NULL DEFAULT '{}',
  search_text text NOT NULL DEFAULT '',
  search_key text NOT NULL DEFAULT '',
  search_phone text NOT NULL DEFAULT '',
  custom jsonb NOT NULL DEFAULT '{}',
  version int NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL,
  created_by uuid,
  updated_at timestamptz NOT NULL,
  updated_by uuid,
  deleted_at timestamptz
);
CREATE UNIQUE INDEX app_user_username ON app_user (lower(username)) WHERE deleted_at IS NULL;

CREATE TABLE user_unit (
  user_id uuid NOT NULL REFERENCES app_user (id),
  unit_id uuid NOT NULL REFERENCES org_unit (id),
  PRIMARY KEY (user_id, unit_id)
);

CREATE TABLE role (
  key text PRIMARY KEY,
  label jsonb NOT NULL,
  description jsonb,
  is_built_in boolean NOT NULL DEFAULT false,
  rights text[] NOT NULL DEFAULT '{}',
  requires_two_factor boolean NOT NULL DEFAULT false,
  allowed_networks text[] NOT NULL DEFAULT '{}',
  position int NOT NULL DEFAULT 0,
  version int NOT NULL DEFAULT 1,
  updated_at timestamptz NOT NULL,
  updated_by uuid
);

CREATE TABLE role_grant (
  role text NOT NULL REFERENCES role (key) ON DELETE CASCADE,
  object text NOT NULL,
  action text NOT NULL,
  scope text NOT NULL CHECK (scope IN ('own', 'unit', 'unitBelow', 'all')),
  PRIMARY KEY (role, object, action)
);

CREATE TABLE role_field (
  role text NOT NULL REFERENCES role (key) ON DELETE CASCADE,
  object text NOT NULL,
  field text NOT NULL,
  view text NOT NULL CHECK (view IN ('full', 'masked', 'hidden')),
  edit boolean NOT NULL,
  PRIMARY KEY (role, object, field)
);

CREATE TABLE user_role (
  user_id uuid NOT NULL REFERENCES app_user (id),
  role text NOT NULL REFERENCES role (key),
  PRIMARY KEY (user_id, role)
);

CREATE TABLE session (
  id uuid PRIMARY KEY,
  token_hash text NOT NULL UNIQUE,
  user_id uuid NOT NULL REFERENCES app_user (id),
  created_at timestamptz NOT NULL,
  last_seen_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  fresh_until timestamptz NOT NULL,
  ip text,
  agent text,
  revoked_at timestamptz
);
CREATE INDEX session_by_user ON session (user_id) WHERE revoked_at IS NULL;

CREATE TABLE api_key (
  id uuid PRIMARY KEY,
  user_id uuid NOT NULL REFERENCES app_user (id),
  name text NOT NULL,
  token_hash text NOT NULL UNIQUE,
  hint text NOT NULL,
  -- `read`, `write`, or `<object>:<action>`.
  scopes text[] NOT NULL,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  last_used_at timestamptz,
  revoked_at timestamptz
);
CREATE INDEX api_key_user ON api_key (user_id);

CREATE TABLE recovery_code (
  user_id uuid NOT NULL REFERENCES app_user (id),
  code_hash text NOT NULL,
  used_at timestamptz,
  PRIMARY KEY (user_id, code_hash)
);

-- Counters for lock-out per account and per address (SEC-3).
CREATE TABLE attempt (
  bucket text PRIMARY KEY,
  failures int NOT NULL,
  first_at timestamptz NOT NULL,
  last_at timestamptz NOT NULL,
  blocked_until timestamptz
);

-- An absent person's customers are looked after by another until a date.
CREATE TABLE delegation (
  id uuid PRIMARY KEY,
  from_user uuid NOT NULL REFERENCES app_user (id),
  to_user uuid NOT NULL REFERENCES app_user (id),
  from_at timestamptz NOT NULL,
  until_at timestamptz NOT NULL,
  reason text,
  created_at timestamptz NOT NULL,
  created_by uuid,
  revoked_at timestamptz,
  CHECK (from_user <> to_user AND until_at > from_at)
);
CREATE INDEX delegation_to ON delegation (to_user, until_at);

-- Collaborators of single records (PL-30, UX-10).
CREATE TABLE record_share (
  id uuid PRIMARY KEY,
  object text NOT NULL,
  record_id uuid NOT NULL,
  user_id uuid REFERENCES app_user (id),
  unit_id uuid REFERENCES org_unit (id),
  level text NOT NULL CHECK (level IN ('read', 'write')),
  until_at timestamptz,
  created_at timestamptz NOT NULL,
  created_by uuid,
  CHECK ((user_id IS NULL) <> (unit_id IS NULL))
);
CREATE UNIQUE INDEX record_share_user ON record_share (record_id, user_id) WHERE user_id IS NOT NULL;
CREATE UNIQUE INDEX record_share_unit ON record_share (record_id, unit_id) WHERE unit_id IS NOT NULL;
CREATE INDEX record_share_for_user ON record_share (user_id, object);
CREATE INDEX record_share_for_unit ON record_share (unit_id, object);
