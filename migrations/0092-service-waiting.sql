-- Those that wait for the customer have no deadline, so they stand at the end of every index by deadline (SE-10).
CREATE INDEX service_case_waiting ON service_case (coalesce(due_at, '9999-12-31T00:00:00Z'::timestamptz), id) WHERE state = 'waiting' AND deleted_at IS NULL;
