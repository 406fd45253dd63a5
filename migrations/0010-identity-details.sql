ALTER TABLE org_unit
  ADD COLUMN search_text text NOT NULL DEFAULT '',
  ADD COLUMN search_key text NOT NULL DEFAULT '',
  ADD COLUMN search_phone text NOT NULL DEFAULT '';

-- An authenticator that was shown and not yet confirmed by a code.
ALTER TABLE app_user ADD COLUMN totp_pending_cipher text;

-- Where a person signed in from before: such an address is not shut out by strangers' failures (SEC-3).
CREATE INDEX session_origin ON session (user_id, ip, created_at);
