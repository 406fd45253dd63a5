-- Whether a custom field shall have an index (its wish; index_state is the fact), and why the last try failed.
ALTER TABLE custom_field
  ADD COLUMN is_indexed boolean NOT NULL DEFAULT true,
  ADD COLUMN index_error text,
  ADD COLUMN updated_at timestamptz;

ALTER TABLE custom_object ADD COLUMN created_by uuid, ADD COLUMN updated_at timestamptz;

CREATE INDEX custom_record_owner ON custom_record (object_key, owner_id, created_at DESC) WHERE deleted_at IS NULL;
CREATE INDEX custom_record_unit ON custom_record (object_key, unit_id, created_at DESC) WHERE deleted_at IS NULL;

-- Views that a role sees, and which of them opens first.
CREATE INDEX saved_view_role ON saved_view (object, role) WHERE visibility = 'role';
CREATE INDEX app_user_grams ON app_user USING gin (zk_bigrams(search_text));
CREATE INDEX app_user_key ON app_user USING gin (search_key gin_trgm_ops);

-- The history of configuration: few rows of a very long table.
CREATE INDEX audit_entry_configuration ON audit_entry (seq DESC)
  WHERE object = ANY (ARRAY['customField', 'customObject', 'objectLayout', 'setting', 'savedView', 'role']) AND ok;

-- Names by their beginning, for one character and for ranking terms that half of all names contain (PL-60).
CREATE INDEX customer_text ON customer (search_text) WHERE deleted_at IS NULL;
CREATE INDEX contact_text ON contact (search_text) WHERE deleted_at IS NULL;
CREATE INDEX custom_record_text ON custom_record (object_key, search_text) WHERE deleted_at IS NULL;

-- The items of a JSON list as texts: what the index of a custom list holds, and what the planner counts.
CREATE FUNCTION zk_items(list jsonb) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
AS $$ SELECT CASE WHEN jsonb_typeof(list) = 'array' THEN ARRAY(SELECT jsonb_array_elements_text(list)) ELSE '{}' END $$;
