-- Whether the company changed a ready role: then a new version proposes, and adds nothing by itself (PL-30).
ALTER TABLE role ADD COLUMN is_changed boolean NOT NULL DEFAULT false;
UPDATE role SET is_changed = true WHERE version > 1 OR updated_by IS NOT NULL OR NOT is_built_in;

-- What the versions so far brought for a ready role, one line each: `grant:case:read` with its scope, `right:…`, `field:…`.
CREATE TABLE role_offer (
  role text NOT NULL REFERENCES role (key) ON DELETE CASCADE,
  line text NOT NULL,
  value text NOT NULL,
  -- open: the company has not decided; taken: the role has or had it; declined: the company does without.
  state text NOT NULL CHECK (state IN ('open', 'taken', 'declined')),
  offered_at timestamptz NOT NULL,
  settled_at timestamptz,
  settled_by uuid,
  PRIMARY KEY (role, line, value)
);
CREATE INDEX role_offer_open ON role_offer (role) WHERE state = 'open';
