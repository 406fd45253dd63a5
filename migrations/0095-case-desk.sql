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

-- A case is found by its number from the moment it is taken in: whole, or by what stands behind the year, with or without
-- its zeros (PL-60). The number is given by the database, after the words of the record were gathered.
CREATE FUNCTION case_number_found() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  tail text := substring(NEW.number FROM '\d+$');
  words text := lower(regexp_replace(NEW.number, '[^A-Za-z0-9]', '', 'g')) || ' ' || tail || ' ' || ltrim(tail, '0');
BEGIN
  IF strpos(coalesce(NEW.search_key, ''), words) = 0 THEN
    NEW.search_key := btrim(words || ' ' || coalesce(NEW.search_key, ''));
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER case_number_found BEFORE INSERT OR UPDATE OF search_key, number ON service_case FOR EACH ROW EXECUTE FUNCTION case_number_found();
UPDATE service_case SET search_key = search_key;
