-- The service team: skills, shifts, training and exams, induction (SE-40).
CREATE TABLE skill (
  id uuid PRIMARY KEY,
  -- What case types and service orders ask for.
  code text NOT NULL,
  name text NOT NULL,
  about text,
  needs_certificate boolean NOT NULL DEFAULT false,
  -- Months that it counts from the day it was granted; null: until it is taken away.
  valid_months int CHECK (valid_months BETWEEN 1 AND 120),
  state text NOT NULL DEFAULT 'active' CHECK (state IN ('active', 'retired')),
  custom jsonb NOT NULL DEFAULT '{}',
  version int NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL,
  created_by uuid,
  updated_at timestamptz NOT NULL,
  updated_by uuid,
  deleted_at timestamptz
);
CREATE UNIQUE INDEX skill_code_key ON skill (lower(code)) WHERE deleted_at IS NULL;

-- Who holds a skill; its owner is that person. One row a person and skill: renewed, not doubled.
CREATE TABLE staff_skill (
  id uuid PRIMARY KEY,
  subject text NOT NULL,
  skill_id uuid NOT NULL REFERENCES skill (id),
  level int NOT NULL CHECK (level BETWEEN 1 AND 5),
  certificate_number text,
  valid_from date NOT NULL,
  -- The last day on which it counts.
  valid_until date CHECK (valid_until >= valid_from),
  source text NOT NULL DEFAULT 'entered' CHECK (source IN ('entered', 'exam')),
  exam_id uuid,
  note text,
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
CREATE UNIQUE INDEX staff_skill_key ON staff_skill (owner_id, skill_id) WHERE deleted_at IS NULL;
CREATE INDEX staff_skill_unit ON staff_skill (unit_id);
CREATE INDEX staff_skill_end ON staff_skill (valid_until) WHERE deleted_at IS NULL AND valid_until IS NOT NULL;

-- What was told about something that comes due: once for each stage and day, however the clock jumps.
CREATE TABLE team_told (
  subject_id uuid NOT NULL,
  stage text NOT NULL,
  due_on date NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (subject_id, stage, due_on)
);

CREATE TABLE shift_template (
  id uuid PRIMARY KEY,
  name text NOT NULL,
  short_name text NOT NULL,
  -- Wall time of the unit's calendar, HH:MM; an end that is not after the start is on the next day.
  starts text NOT NULL CHECK (starts ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  ends text NOT NULL CHECK (ends ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  break_minutes int NOT NULL DEFAULT 0 CHECK (break_minutes BETWEEN 0 AND 240),
  colour text NOT NULL DEFAULT 'qing' CHECK (colour IN ('qing', 'hu', 'ju', 'green', 'zhu')),
  position int NOT NULL DEFAULT 0,
  state text NOT NULL DEFAULT 'active' CHECK (state IN ('active', 'retired')),
  custom jsonb NOT NULL DEFAULT '{}',
  version int NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL,
  created_by uuid,
  updated_at timestamptz NOT NULL,
  updated_by uuid,
  deleted_at timestamptz
);
CREATE UNIQUE INDEX shift_template_name_key ON shift_template (name) WHERE deleted_at IS NULL;

-- A unit that plans shifts, and how many people each shift of a weekday needs: [{ template, weekday, heads }].
CREATE TABLE shift_unit (
  id uuid PRIMARY KEY,
  subject text NOT NULL,
  is_planned boolean NOT NULL DEFAULT true,
  cover jsonb NOT NULL DEFAULT '[]',
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
CREATE UNIQUE INDEX shift_unit_key ON shift_unit (unit_id) WHERE deleted_at IS NULL;
CREATE INDEX shift_unit_owner ON shift_unit (owner_id);

-- The week of a unit as its planner writes it: nobody else sees it before it is published.
CREATE TABLE shift_plan (
  id uuid PRIMARY KEY,
  subject text NOT NULL,
  week_start date NOT NULL CHECK (extract(isodow FROM week_start) = 1),
  state text NOT NULL DEFAULT 'draft' CHECK (state IN ('draft', 'published')),
  published_at timestamptz,
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
CREATE UNIQUE INDEX shift_plan_key ON shift_plan (unit_id, week_start) WHERE deleted_at IS NULL;
CREATE INDEX shift_plan_owner ON shift_plan (owner_id);
CREATE TABLE shift_entry (
  plan_id uuid NOT NULL REFERENCES shift_plan (id),
  user_id uuid NOT NULL REFERENCES app_user (id),
  on_day date NOT NULL,
  template_id uuid NOT NULL REFERENCES shift_template (id),
  PRIMARY KEY (plan_id, user_id, on_day, template_id)
);

-- A published shift; its owner works it. What a plan takes back stays, cancelled.
CREATE TABLE shift (
  id uuid PRIMARY KEY,
  subject text NOT NULL,
  plan_id uuid NOT NULL REFERENCES shift_plan (id),
  template_id uuid NOT NULL REFERENCES shift_template (id),
  on_day date NOT NULL,
  starts_at timestamptz NOT NULL,
  ends_at timestamptz NOT NULL,
  break_minutes int NOT NULL DEFAULT 0,
  state text NOT NULL DEFAULT 'on' CHECK (state IN ('on', 'cancelled')),
  owner_id uuid REFERENCES app_user (id),
  unit_id uuid REFERENCES org_unit (id),
  custom jsonb NOT NULL DEFAULT '{}',
  version int NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL,
  created_by uuid,
  updated_at timestamptz NOT NULL,
  updated_by uuid,
  deleted_at timestamptz,
  CHECK (ends_at > starts_at)
);
CREATE UNIQUE INDEX shift_key ON shift (owner_id, on_day, template_id) WHERE state = 'on' AND deleted_at IS NULL;
CREATE INDEX shift_owner ON shift (owner_id, starts_at);
CREATE INDEX shift_unit_day ON shift (unit_id, starts_at);
CREATE INDEX shift_plan_rows ON shift (plan_id);

CREATE TABLE shift_swap (
  id uuid PRIMARY KEY,
  subject text NOT NULL,
  shift_id uuid NOT NULL REFERENCES shift (id),
  partner_id uuid NOT NULL REFERENCES app_user (id),
  -- What the partner gives for it; null: they take the shift over.
  partner_shift_id uuid REFERENCES shift (id),
  reason text,
  state text NOT NULL DEFAULT 'asked' CHECK (state IN ('asked', 'agreed', 'approved', 'declined', 'refused', 'withdrawn')),
  answer text,
  decided_at timestamptz,
  decided_by_id uuid REFERENCES app_user (id),
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
-- A shift lies in one open request at a time.
CREATE UNIQUE INDEX shift_swap_open ON shift_swap (shift_id) WHERE state IN ('asked', 'agreed') AND deleted_at IS NULL;
CREATE INDEX shift_swap_owner ON shift_swap (owner_id, created_at DESC);
CREATE INDEX shift_swap_unit ON shift_swap (unit_id, created_at DESC);
CREATE INDEX shift_swap_partner ON shift_swap (partner_id) WHERE state IN ('asked', 'agreed');

CREATE TABLE staff_absence (
  id uuid PRIMARY KEY,
  kind text NOT NULL CHECK (kind IN ('annual', 'sick', 'training', 'other')),
  from_day date NOT NULL,
  to_day date NOT NULL,
  note text,
  owner_id uuid REFERENCES app_user (id),
  unit_id uuid REFERENCES org_unit (id),
  custom jsonb NOT NULL DEFAULT '{}',
  version int NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL,
  created_by uuid,
  updated_at timestamptz NOT NULL,
  updated_by uuid,
  deleted_at timestamptz,
  CHECK (to_day >= from_day)
);
CREATE INDEX staff_absence_owner ON staff_absence (owner_id, to_day);
CREATE INDEX staff_absence_unit ON staff_absence (unit_id, to_day);

CREATE TABLE course (
  id uuid PRIMARY KEY,
  name text NOT NULL,
  kind text NOT NULL DEFAULT 'classroom' CHECK (kind IN ('classroom', 'onTheJob', 'selfStudy')),
  about text,
  hours numeric(6, 1) CHECK (hours > 0),
  state text NOT NULL DEFAULT 'active' CHECK (state IN ('active', 'retired')),
  custom jsonb NOT NULL DEFAULT '{}',
  version int NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL,
  created_by uuid,
  updated_at timestamptz NOT NULL,
  updated_by uuid,
  deleted_at timestamptz
);
CREATE UNIQUE INDEX course_name_key ON course (name) WHERE deleted_at IS NULL;
-- Materials that are knowledge articles; those that are files lie with the course itself.
CREATE TABLE course_article (
  course_id uuid NOT NULL REFERENCES course (id),
  article_id uuid NOT NULL REFERENCES article (id),
  position int NOT NULL,
  PRIMARY KEY (course_id, article_id)
);

CREATE TABLE training_session (
  id uuid PRIMARY KEY,
  subject text NOT NULL,
  course_id uuid NOT NULL REFERENCES course (id),
  starts_at timestamptz NOT NULL,
  ends_at timestamptz NOT NULL,
  place text,
  trainer_id uuid REFERENCES app_user (id),
  seats int CHECK (seats > 0),
  state text NOT NULL DEFAULT 'planned' CHECK (state IN ('planned', 'held', 'cancelled')),
  custom jsonb NOT NULL DEFAULT '{}',
  version int NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL,
  created_by uuid,
  updated_at timestamptz NOT NULL,
  updated_by uuid,
  deleted_at timestamptz,
  CHECK (ends_at > starts_at)
);
CREATE INDEX training_session_course ON training_session (course_id, starts_at);
CREATE INDEX training_session_time ON training_session (starts_at);

-- Somebody in a session; its owner is that person.
CREATE TABLE training_place (
  id uuid PRIMARY KEY,
  subject text NOT NULL,
  session_id uuid NOT NULL REFERENCES training_session (id),
  attendance text NOT NULL DEFAULT 'invited' CHECK (attendance IN ('invited', 'attended', 'excused', 'absent')),
  note text,
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
CREATE UNIQUE INDEX training_place_key ON training_place (session_id, owner_id) WHERE deleted_at IS NULL;
CREATE INDEX training_place_owner ON training_place (owner_id);
CREATE INDEX training_place_unit ON training_place (unit_id);

CREATE TABLE exam (
  id uuid PRIMARY KEY,
  name text NOT NULL,
  about text,
  course_id uuid REFERENCES course (id),
  minutes int NOT NULL CHECK (minutes BETWEEN 1 AND 480),
  -- Per cent of the points.
  pass_mark int NOT NULL CHECK (pass_mark BETWEEN 1 AND 100),
  max_attempts int NOT NULL DEFAULT 1 CHECK (max_attempts BETWEEN 1 AND 10),
  -- Questions drawn from the bank for each paper; null: all of them.
  draw_count int CHECK (draw_count > 0),
  skill_id uuid REFERENCES skill (id),
  skill_level int CHECK (skill_level BETWEEN 1 AND 5),
  question_count int NOT NULL,
  -- The edition in force; each lies in exam_edition and is never changed.
  edition int NOT NULL,
  state text NOT NULL DEFAULT 'active' CHECK (state IN ('draft', 'active', 'retired')),
  custom jsonb NOT NULL DEFAULT '{}',
  version int NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL,
  created_by uuid,
  updated_at timestamptz NOT NULL,
  updated_by uuid,
  deleted_at timestamptz
);
CREATE UNIQUE INDEX exam_name_key ON exam (name) WHERE deleted_at IS NULL;
CREATE TABLE exam_edition (
  exam_id uuid NOT NULL REFERENCES exam (id),
  edition int NOT NULL,
  -- [{ key, kind, text, options, correct, points, guide }]: the correct answers never leave the server before the end.
  questions jsonb NOT NULL,
  created_at timestamptz NOT NULL,
  created_by uuid,
  PRIMARY KEY (exam_id, edition)
);
CREATE FUNCTION exam_edition_keep() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'an edition of an exam is not changed: attempts run on it';
END $$;
CREATE TRIGGER exam_edition_keep BEFORE UPDATE OR DELETE ON exam_edition FOR EACH ROW EXECUTE FUNCTION exam_edition_keep();
ALTER TABLE staff_skill ADD FOREIGN KEY (exam_id) REFERENCES exam (id);

CREATE TABLE exam_attempt (
  id uuid PRIMARY KEY,
  subject text NOT NULL,
  exam_id uuid NOT NULL REFERENCES exam (id),
  edition int NOT NULL,
  number int NOT NULL,
  -- The questions of this paper in their order, with the order of the options: [{ key, options }].
  paper jsonb NOT NULL,
  started_at timestamptz NOT NULL,
  -- Answers are taken until then.
  ends_at timestamptz NOT NULL,
  submitted_at timestamptz,
  state text NOT NULL DEFAULT 'running' CHECK (state IN ('running', 'marking', 'passed', 'failed')),
  score numeric(5, 1) CHECK (score BETWEEN 0 AND 100),
  marked_at timestamptz,
  marked_by_id uuid REFERENCES app_user (id),
  owner_id uuid REFERENCES app_user (id),
  unit_id uuid REFERENCES org_unit (id),
  custom jsonb NOT NULL DEFAULT '{}',
  version int NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL,
  created_by uuid,
  updated_at timestamptz NOT NULL,
  updated_by uuid,
  deleted_at timestamptz,
  FOREIGN KEY (exam_id, edition) REFERENCES exam_edition (exam_id, edition),
  CHECK ((state = 'running') = (submitted_at IS NULL))
);
CREATE UNIQUE INDEX exam_attempt_number ON exam_attempt (exam_id, owner_id, number);
CREATE UNIQUE INDEX exam_attempt_running ON exam_attempt (exam_id, owner_id) WHERE state = 'running';
CREATE INDEX exam_attempt_owner ON exam_attempt (owner_id, started_at DESC);
CREATE INDEX exam_attempt_unit ON exam_attempt (unit_id, started_at DESC);
CREATE INDEX exam_attempt_open ON exam_attempt (ends_at) WHERE state = 'running';
CREATE TABLE exam_answer (
  attempt_id uuid NOT NULL REFERENCES exam_attempt (id),
  question text NOT NULL,
  -- Keys of the chosen options, or one text.
  value jsonb NOT NULL,
  -- Counts up on the device: what comes late does not undo what came after it.
  turn bigint NOT NULL,
  saved_at timestamptz NOT NULL,
  points numeric(6, 2),
  remark text,
  PRIMARY KEY (attempt_id, question)
);

-- What a newcomer goes through, as data: [{ key, title, about, phase, day, needsExam }].
CREATE TABLE induction_plan (
  id uuid PRIMARY KEY,
  name text NOT NULL,
  about text,
  steps jsonb NOT NULL,
  step_count int NOT NULL,
  origin text,
  state text NOT NULL DEFAULT 'active' CHECK (state IN ('active', 'retired')),
  custom jsonb NOT NULL DEFAULT '{}',
  version int NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL,
  created_by uuid,
  updated_at timestamptz NOT NULL,
  updated_by uuid,
  deleted_at timestamptz
);
CREATE UNIQUE INDEX induction_plan_name_key ON induction_plan (name) WHERE deleted_at IS NULL;
CREATE UNIQUE INDEX induction_plan_origin ON induction_plan (origin) WHERE origin IS NOT NULL;

-- Somebody being inducted; its owner is the newcomer.
CREATE TABLE induction (
  id uuid PRIMARY KEY,
  subject text NOT NULL,
  plan_id uuid NOT NULL REFERENCES induction_plan (id),
  mentor_id uuid NOT NULL REFERENCES app_user (id),
  started_on date NOT NULL,
  due_on date NOT NULL,
  state text NOT NULL DEFAULT 'running' CHECK (state IN ('running', 'done', 'cancelled')),
  finished_at timestamptz,
  step_count int NOT NULL,
  done_count int NOT NULL DEFAULT 0,
  owner_id uuid REFERENCES app_user (id),
  unit_id uuid REFERENCES org_unit (id),
  custom jsonb NOT NULL DEFAULT '{}',
  version int NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL,
  created_by uuid,
  updated_at timestamptz NOT NULL,
  updated_by uuid,
  deleted_at timestamptz,
  CHECK (mentor_id <> owner_id)
);
CREATE UNIQUE INDEX induction_running ON induction (owner_id) WHERE state = 'running' AND deleted_at IS NULL;
CREATE INDEX induction_owner ON induction (owner_id);
CREATE INDEX induction_unit ON induction (unit_id, state);
CREATE INDEX induction_mentor ON induction (mentor_id) WHERE state = 'running';
CREATE TABLE induction_step (
  id uuid PRIMARY KEY,
  induction_id uuid NOT NULL REFERENCES induction (id),
  position int NOT NULL,
  title text NOT NULL,
  about text,
  phase text NOT NULL CHECK (phase IN ('class', 'practice', 'test')),
  due_on date NOT NULL,
  state text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'done')),
  exam_id uuid REFERENCES exam (id),
  signed_at timestamptz,
  signed_by_id uuid REFERENCES app_user (id),
  note text,
  custom jsonb NOT NULL DEFAULT '{}',
  version int NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL,
  created_by uuid,
  updated_at timestamptz NOT NULL,
  updated_by uuid,
  deleted_at timestamptz
);
CREATE INDEX induction_step_rows ON induction_step (induction_id, position);
CREATE INDEX induction_step_due ON induction_step (due_on) WHERE state = 'open' AND deleted_at IS NULL;
