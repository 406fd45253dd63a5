-- When the next warning or level of escalation of a clock is due (SE-4): the job asks for this alone.
ALTER TABLE case_clock ADD COLUMN next_at timestamptz;
DROP INDEX case_clock_due;
CREATE INDEX case_clock_next ON case_clock (next_at) WHERE stopped_at IS NULL AND paused_at IS NULL;

-- More time for a clock, approved level by level (SE-4, P2-11).
CREATE TABLE case_extension (
  id uuid PRIMARY KEY,
  case_id uuid NOT NULL REFERENCES service_case (id),
  clock_id uuid NOT NULL REFERENCES case_clock (id),
  days int NOT NULL CHECK (days BETWEEN 1 AND 60),
  reason text NOT NULL,
  state text NOT NULL DEFAULT 'asked' CHECK (state IN ('asked', 'granted', 'refused')),
  at timestamptz NOT NULL,
  actor_id uuid,
  settled_at timestamptz
);
CREATE UNIQUE INDEX case_extension_open ON case_extension (clock_id) WHERE state = 'asked';
CREATE INDEX case_extension_case ON case_extension (case_id, at);
