-- A restored database counts its transactions anew: each such life is an era of the chain, and its entries begin
-- after base_seq. A block seals the entries after (from_xid, from_seq) up to (to_xid, to_seq) in the order of both.
ALTER TABLE audit_seal
  ADD COLUMN era int NOT NULL,
  ADD COLUMN base_seq bigint NOT NULL,
  ADD COLUMN from_seq bigint NOT NULL,
  ADD COLUMN to_seq bigint NOT NULL,
  -- The highest seq sealed so far.
  ADD COLUMN top_seq bigint NOT NULL;

-- What the timeline of a customer walks through (CU-3); creations are read from the records themselves.
DROP INDEX audit_entry_customer;
CREATE INDEX audit_entry_changes ON audit_entry (customer_id, at DESC)
  WHERE customer_id IS NOT NULL AND ok AND action NOT IN ('create', 'reveal', 'download', 'export');

-- The audit page: by time, by rare action, refused attempts (SEC-25).
CREATE INDEX audit_entry_at ON audit_entry (at DESC, seq DESC);
CREATE INDEX audit_entry_action ON audit_entry (action, at DESC, seq DESC) WHERE action NOT IN ('create', 'update');
CREATE INDEX audit_entry_refused ON audit_entry (at DESC, seq DESC) WHERE NOT ok;

CREATE INDEX activity_pinned ON activity (customer_id) WHERE is_pinned AND deleted_at IS NULL;
CREATE INDEX activity_open ON activity (customer_id) WHERE status = 'open' AND deleted_at IS NULL;
