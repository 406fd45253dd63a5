-- Another type of a case decides its deadlines anew; a move of a deadline says why in words (SE-4).
ALTER TABLE case_clock_change DROP CONSTRAINT case_clock_change_reason_check;
ALTER TABLE case_clock_change ADD CONSTRAINT case_clock_change_reason_check
  CHECK (reason IN ('started', 'paused', 'resumed', 'extended', 'calendar', 'rejudged', 'retyped', 'stopped'));
ALTER TABLE case_clock_change ADD COLUMN note text;

-- Whoever is on the line names the end of a number: open cases that were reported from such a one (SE-1).
CREATE INDEX service_case_reporter_end ON service_case (right(reporter_phone, 4))
  WHERE reporter_phone IS NOT NULL AND state IN ('open', 'waiting', 'answered') AND deleted_at IS NULL;

-- Cases that belong together, read from either side (SE-1).
CREATE INDEX case_link_other ON case_link (other_id);
