-- An administrator looks at the product as another person sees it (UX-14): read only, for half an hour at most.
CREATE TABLE session_view (
  id uuid PRIMARY KEY,
  session_id uuid REFERENCES session (id) ON DELETE SET NULL,
  viewer_id uuid NOT NULL REFERENCES app_user (id),
  viewed_id uuid NOT NULL REFERENCES app_user (id),
  reason text NOT NULL,
  started_at timestamptz NOT NULL,
  until_at timestamptz NOT NULL,
  ended_at timestamptz,
  -- back, over, sign-out, rights
  end_reason text
);
CREATE UNIQUE INDEX session_view_open ON session_view (session_id) WHERE ended_at IS NULL;
CREATE INDEX session_view_viewed ON session_view (viewed_id, started_at DESC);

-- Where the ready administrator still manages people and roles, this right comes along.
UPDATE role SET rights = array_append(rights, 'admin.viewAs')
WHERE key = 'administrator' AND rights @> ARRAY['admin.users', 'admin.roles'] AND NOT rights @> ARRAY['admin.viewAs'];

-- Visit check-in (UX-16): where, how it was placed, metres to the customer's point, and whether it waited for the network.
ALTER TABLE activity
  ADD COLUMN place jsonb,
  ADD COLUMN check_in text,
  ADD COLUMN distance int,
  ADD COLUMN is_sent_later boolean;
-- Where a customer is: degrees, WGS 84.
ALTER TABLE customer ADD COLUMN place jsonb;

-- The Idempotency-Key of an upload: a picture sent again after a lost answer is kept once.
ALTER TABLE file_object ADD COLUMN request_key text;
CREATE UNIQUE INDEX file_object_request ON file_object (created_by, request_key) WHERE request_key IS NOT NULL;
