-- A mailbox's certificate that an administrator trusts although nobody known signed it (PEM), and its SHA-256.
ALTER TABLE mailbox ADD COLUMN imap_pin_pem text;
ALTER TABLE mailbox ADD COLUMN imap_pin text;
ALTER TABLE mailbox ADD CONSTRAINT mailbox_imap_pin CHECK ((imap_pin IS NULL) = (imap_pin_pem IS NULL));
-- Which server listens for new mail in it, and until when that holds unless it says so again: one at a time.
ALTER TABLE mailbox ADD COLUMN push_server uuid;
ALTER TABLE mailbox ADD COLUMN push_until timestamptz;
-- Whether that server hears of new mail now: then the minute's look rests.
ALTER TABLE mailbox ADD COLUMN is_pushing boolean NOT NULL DEFAULT false;
-- When administrators were told that it keeps failing: once per outage.
ALTER TABLE mailbox ADD COLUMN told_failing_at timestamptz;
