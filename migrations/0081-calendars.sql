-- Working calendars (SE-4): when people work, with public holidays and make-up days 调休.
CREATE TABLE working_calendar (
  id uuid PRIMARY KEY,
  name text NOT NULL,
  -- IANA.
  time_zone text NOT NULL,
  custom jsonb NOT NULL DEFAULT '{}',
  version int NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL,
  created_by uuid,
  updated_at timestamptz NOT NULL,
  updated_by uuid,
  deleted_at timestamptz
);
CREATE UNIQUE INDEX working_calendar_name_key ON working_calendar (name) WHERE deleted_at IS NULL;

-- What it said from when on, who changed it and why; the newest row is the one in force.
CREATE TABLE working_calendar_version (
  id uuid PRIMARY KEY,
  calendar_id uuid NOT NULL REFERENCES working_calendar (id),
  version int NOT NULL,
  -- { timeZone, week: seven texts of hours from Monday, days: [{ date, kind, name, hours }] }
  content jsonb NOT NULL,
  -- [{ what, key, from, to }]
  changes jsonb NOT NULL,
  reason text,
  at timestamptz NOT NULL,
  by_id uuid,
  UNIQUE (calendar_id, version)
);

CREATE FUNCTION working_calendar_version_keep() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a version of a working calendar is never changed';
END $$;
CREATE TRIGGER working_calendar_version_keep BEFORE UPDATE OR DELETE ON working_calendar_version
  FOR EACH ROW EXECUTE FUNCTION working_calendar_version_keep();

-- Which calendar a unit and those below it have; the company's own row is everybody's default.
CREATE TABLE unit_calendar (
  unit_id uuid PRIMARY KEY REFERENCES org_unit (id),
  calendar_id uuid NOT NULL REFERENCES working_calendar (id),
  set_at timestamptz NOT NULL,
  set_by uuid
);
CREATE INDEX unit_calendar_calendar ON unit_calendar (calendar_id);
