-- Area inspections: routes with points, rounds that are planned by their frequency, findings that become cases (SE-11).
CREATE TABLE inspection_route (
  id uuid PRIMARY KEY,
  name text NOT NULL,
  name_en text NOT NULL,
  -- Of what its findings become.
  case_type_id uuid NOT NULL REFERENCES case_type (id),
  worker_id uuid REFERENCES app_user (id),
  unit_id uuid REFERENCES org_unit (id),
  frequency text NOT NULL CHECK (frequency IN ('daily', 'weekly', 'monthly')),
  -- 1 (Monday) to 7 of a week, 1 to 31 of a month; null for daily.
  on_day int,
  -- Minutes after midnight.
  from_minute int NOT NULL CHECK (from_minute BETWEEN 0 AND 1439),
  to_minute int NOT NULL CHECK (to_minute > from_minute AND to_minute <= 1440),
  state text NOT NULL DEFAULT 'active' CHECK (state IN ('active', 'retired')),
  point_count int NOT NULL,
  custom jsonb NOT NULL DEFAULT '{}',
  version int NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL,
  created_by uuid,
  updated_at timestamptz NOT NULL,
  updated_by uuid,
  deleted_at timestamptz
);
CREATE TABLE inspection_point (
  id uuid PRIMARY KEY,
  route_id uuid NOT NULL REFERENCES inspection_route (id),
  position int NOT NULL,
  name text NOT NULL,
  name_en text NOT NULL,
  -- What is scanned or typed at the point.
  code text NOT NULL UNIQUE,
  is_active boolean NOT NULL DEFAULT true
);
CREATE INDEX inspection_point_route ON inspection_point (route_id, position);

CREATE SEQUENCE zk_number_inspection_round_number;
CREATE TABLE inspection_round (
  id uuid PRIMARY KEY,
  number text NOT NULL UNIQUE,
  route_id uuid NOT NULL REFERENCES inspection_route (id),
  on_date date NOT NULL,
  window_from timestamptz NOT NULL,
  window_to timestamptz NOT NULL,
  state text NOT NULL DEFAULT 'planned' CHECK (state IN ('planned', 'done', 'late', 'missed')),
  done_at timestamptz,
  finding_count int NOT NULL DEFAULT 0,
  note text,
  -- [{ id, name, nameEn, code }]: the points as they were when it was planned.
  points jsonb NOT NULL,
  -- [{ point, way, outcome, reason }]
  visits jsonb NOT NULL DEFAULT '[]',
  submission uuid,
  owner_id uuid REFERENCES app_user (id),
  unit_id uuid REFERENCES org_unit (id),
  custom jsonb NOT NULL DEFAULT '{}',
  version int NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL,
  created_by uuid,
  updated_at timestamptz NOT NULL,
  updated_by uuid,
  deleted_at timestamptz,
  UNIQUE (route_id, on_date)
);
CREATE INDEX inspection_round_owner ON inspection_round (owner_id, window_from) WHERE deleted_at IS NULL;
CREATE INDEX inspection_round_unit ON inspection_round (unit_id, created_at DESC, id DESC) WHERE deleted_at IS NULL;
CREATE INDEX inspection_round_created ON inspection_round (created_at DESC, id DESC) WHERE deleted_at IS NULL;
CREATE INDEX inspection_round_open ON inspection_round (window_to) WHERE state = 'planned' AND deleted_at IS NULL;
CREATE INDEX inspection_round_window ON inspection_round (window_from);

-- One row a finding, made once by the key of the device.
CREATE TABLE inspection_finding (
  key uuid PRIMARY KEY,
  round_id uuid NOT NULL REFERENCES inspection_round (id),
  point_id uuid NOT NULL,
  text text NOT NULL,
  is_urgent boolean NOT NULL,
  photos uuid[] NOT NULL DEFAULT '{}',
  case_id uuid NOT NULL REFERENCES service_case (id)
);
CREATE INDEX inspection_finding_round ON inspection_finding (round_id);
CREATE INDEX inspection_finding_case ON inspection_finding (case_id);
