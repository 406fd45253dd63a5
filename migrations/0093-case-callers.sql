-- online
-- Whose call it is: open cases by the number that reported them (SE-10).
-- step
CREATE INDEX CONCURRENTLY IF NOT EXISTS service_case_reporter ON service_case (reporter_phone) WHERE reporter_phone IS NOT NULL AND deleted_at IS NULL;
