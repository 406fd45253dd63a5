-- Day and week plans (RE-44). The visitor and call statistics (RE-43) are read from the registrations.
CREATE TABLE work_plan (
  id uuid PRIMARY KEY,
  user_id uuid NOT NULL REFERENCES app_user (id),
  kind text NOT NULL CHECK (kind IN ('day', 'week')),
  -- The day, or the Monday of the week.
  starts_on date NOT NULL,
  lines jsonb NOT NULL DEFAULT '[]',
  summary text NOT NULL DEFAULT '',
  submitted_at timestamptz,
  summarised_at timestamptz,
  version int NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL,
  updated_at timestamptz NOT NULL,
  UNIQUE (user_id, kind, starts_on)
);
CREATE INDEX work_plan_day ON work_plan (kind, starts_on);

-- Whom the round reminded of which plan: a clock that jumps reminds nobody twice.
CREATE TABLE work_plan_reminder (
  user_id uuid NOT NULL REFERENCES app_user (id),
  kind text NOT NULL,
  starts_on date NOT NULL,
  reminded_at timestamptz NOT NULL,
  PRIMARY KEY (user_id, kind, starts_on)
);
