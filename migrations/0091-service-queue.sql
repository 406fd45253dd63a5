-- The queue is read by deadline, those without one last (SE-10).
DROP INDEX service_case_owner_due;
DROP INDEX service_case_queue_due;
DROP INDEX service_case_due;
CREATE INDEX service_case_owner_due ON service_case (owner_id, coalesce(due_at, '9999-12-31T00:00:00Z'::timestamptz), id) WHERE state IN ('open', 'waiting', 'answered') AND deleted_at IS NULL;
CREATE INDEX service_case_queue_due ON service_case (queue_id, coalesce(due_at, '9999-12-31T00:00:00Z'::timestamptz), id) WHERE state IN ('open', 'waiting', 'answered') AND deleted_at IS NULL;
CREATE INDEX service_case_unit_due ON service_case (unit_id, coalesce(due_at, '9999-12-31T00:00:00Z'::timestamptz), id) WHERE state IN ('open', 'waiting', 'answered') AND deleted_at IS NULL;
CREATE INDEX service_case_due ON service_case (coalesce(due_at, '9999-12-31T00:00:00Z'::timestamptz), id) WHERE state IN ('open', 'waiting', 'answered') AND deleted_at IS NULL;
