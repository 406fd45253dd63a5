-- A process under work; published it becomes the next revision of its key (SE-3).
CREATE TABLE process_draft (
  key text PRIMARY KEY,
  name_zh text NOT NULL,
  name_en text NOT NULL,
  steps jsonb NOT NULL,
  version int NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL,
  created_by uuid,
  updated_at timestamptz NOT NULL,
  updated_by uuid
);

-- Cases that began with a revision keep it as it was, so it never changes.
CREATE FUNCTION process_template_fixed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF ROW (NEW.id, NEW.key, NEW.revision, NEW.name_zh, NEW.name_en, NEW.steps) IS DISTINCT FROM ROW (OLD.id, OLD.key, OLD.revision, OLD.name_zh, OLD.name_en, OLD.steps) THEN
    RAISE EXCEPTION 'a revision of a process never changes';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER process_template_fixed BEFORE UPDATE ON process_template FOR EACH ROW EXECUTE FUNCTION process_template_fixed();

-- From when a step's own time counts: when it opened, or when the customer let it go on.
ALTER TABLE case_step ADD COLUMN due_from timestamptz;
-- When somebody was told that it is late; once for each time that it has (REL-6).
ALTER TABLE case_step ADD COLUMN late_told_at timestamptz;
CREATE INDEX case_step_late ON case_step (due_at) WHERE state = 'open' AND late_told_at IS NULL AND due_at IS NOT NULL;
