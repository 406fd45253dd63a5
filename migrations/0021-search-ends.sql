-- online
-- A whole number, without the country's 86, and the last four digits (PL-60): what one may look for where a phone is
-- masked. Trigrams do not do for it: nearly every number holds those of 861. The cost keeps the planner from asking row by row.
-- step
CREATE OR REPLACE FUNCTION zk_phone_ends(t text) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT COST 500
AS $$ SELECT string_to_array(btrim(regexp_replace(t, '(86)?(\d*?(\d{4}))(?= )', '\2 \3', 'g')), ' ') $$;
-- The first two letters of each word of a search key: two letters alone are too short for trigrams, whose statistics
-- besides cannot tell a common beginning from a rare one.
-- step
CREATE OR REPLACE FUNCTION zk_starts(t text) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT COST 500
AS $$ SELECT string_to_array(regexp_replace(t, '(\S\S)\S*', '\1', 'g'), ' ') $$;
-- step
CREATE INDEX CONCURRENTLY IF NOT EXISTS customer_phone_ends ON customer USING gin (zk_phone_ends(search_phone));
-- step
CREATE INDEX CONCURRENTLY IF NOT EXISTS customer_starts ON customer USING gin (zk_starts(search_key));
-- step
CREATE INDEX CONCURRENTLY IF NOT EXISTS contact_phone_ends ON contact USING gin (zk_phone_ends(search_phone));
-- step
CREATE INDEX CONCURRENTLY IF NOT EXISTS contact_starts ON contact USING gin (zk_starts(search_key));
-- step
CREATE INDEX CONCURRENTLY IF NOT EXISTS custom_record_starts ON custom_record USING gin (zk_starts(search_key));
-- How common a beginning is decides between its index and going through the newest.
-- step
ANALYZE customer, contact, custom_record;
