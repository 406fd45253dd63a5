-- A value of an administrator's field as the search box compares it (PL-12, PL-60): small letters and digits of any
-- script, full width made half, without blanks and punctuation. Indexes of fields marked searchable stand on it.
CREATE FUNCTION zk_search_value(t text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
AS $$ SELECT regexp_replace(lower(normalize(t, NFKC)), '[^0-9a-z\u00c0-\u1fff\u3040-\uffff\U00020000-\U0003ffff]+', '', 'g') $$;
