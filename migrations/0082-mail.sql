-- Mailboxes that are read and written from (SE-30). Passwords are ciphertext (SEC-28).
CREATE TABLE mailbox (
  id uuid PRIMARY KEY,
  address text NOT NULL CHECK (address = lower(address)),
  name text NOT NULL,
  imap_host text NOT NULL,
  imap_port int NOT NULL CHECK (imap_port BETWEEN 1 AND 65535),
  imap_security text NOT NULL CHECK (imap_security IN ('tls', 'starttls', 'none')),
  imap_username text NOT NULL,
  imap_password_cipher text,
  folder text NOT NULL DEFAULT 'INBOX',
  -- Null: mails leave by the company's mail server.
  smtp_host text,
  smtp_port int CHECK (smtp_port BETWEEN 1 AND 65535),
  smtp_security text CHECK (smtp_security IN ('tls', 'starttls', 'none')),
  smtp_username text,
  smtp_password_cipher text,
  unit_id uuid REFERENCES org_unit (id),
  -- What takes its mails further, `service` for cases; null: they stand on customers' timelines only.
  feeds text,
  signature_zh text NOT NULL DEFAULT '',
  signature_en text NOT NULL DEFAULT '',
  is_active boolean NOT NULL DEFAULT true,
  -- Whether mails that lay there before are taken in too.
  takes_history boolean NOT NULL DEFAULT false,
  -- The place reached; UIDs mean something only together with their validity (RFC 3501 2.3.1.1).
  uid_validity bigint,
  last_uid bigint NOT NULL DEFAULT 0,
  started_at timestamptz,
  looked_at timestamptz,
  error text,
  failing_since timestamptz,
  version int NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL,
  created_by uuid,
  updated_at timestamptz NOT NULL,
  updated_by uuid,
  deleted_at timestamptz
);
CREATE UNIQUE INDEX mailbox_address ON mailbox (address) WHERE deleted_at IS NULL;

-- Mails that belong together. The token stands in our subjects as [#FW-…].
CREATE TABLE mail_thread (
  id uuid PRIMARY KEY,
  mailbox_id uuid NOT NULL REFERENCES mailbox (id),
  token text NOT NULL UNIQUE,
  about_object text,
  about_id uuid,
  created_at timestamptz NOT NULL
);

CREATE TABLE mail_message (
  id uuid PRIMARY KEY,
  mailbox_id uuid NOT NULL REFERENCES mailbox (id),
  thread_id uuid NOT NULL REFERENCES mail_thread (id),
  direction text NOT NULL CHECK (direction IN ('in', 'out')),
  -- Of ours and of others, without the angle brackets.
  message_id text,
  -- What makes a mail the same one: `id:` and its Message-ID, else `sha:` and the hash of its bytes (REL-7).
  dedupe_key text NOT NULL,
  -- Hash of its From and Date: some senders give several mails one Message-ID.
  origin_hash text NOT NULL,
  nature text NOT NULL DEFAULT 'normal' CHECK (nature IN ('normal', 'bounce', 'autoReply', 'loop', 'list')),
  -- in: taken; unread: not to be parsed; waiting: its effect failed and is tried again. out: as notification_delivery has it.
  state text NOT NULL CHECK (state IN ('taken', 'unread', 'waiting', 'sending', 'sent', 'failed', 'unsure')),
  subject text NOT NULL DEFAULT '',
  from_name text NOT NULL DEFAULT '',
  from_address text NOT NULL DEFAULT '',
  to_addresses jsonb NOT NULL DEFAULT '[]',
  cc_addresses jsonb NOT NULL DEFAULT '[]',
  reply_to text,
  body text NOT NULL DEFAULT '',
  -- History and signature, split off and folded.
  quoted text NOT NULL DEFAULT '',
  html text,
  in_reply_to text,
  refs text[] NOT NULL DEFAULT '{}',
  is_automatic boolean NOT NULL DEFAULT false,
  sent_at timestamptz,
  happened_at timestamptz NOT NULL,
  customer_id uuid REFERENCES customer (id),
  contact_id uuid REFERENCES contact (id),
  about_object text,
  about_id uuid,
  -- The mail of ours that a bounce answers, and what the other server said.
  bounce_of uuid REFERENCES mail_message (id),
  bounce jsonb,
  raw_file_id uuid,
  size bigint NOT NULL DEFAULT 0,
  error text,
  attempts int NOT NULL DEFAULT 0,
  due_at timestamptz,
  ended_at timestamptz,
  custom jsonb NOT NULL DEFAULT '{}',
  version int NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL,
  created_by uuid,
  updated_at timestamptz NOT NULL,
  updated_by uuid,
  deleted_at timestamptz
);
CREATE UNIQUE INDEX mail_message_once ON mail_message (mailbox_id, direction, dedupe_key);
CREATE INDEX mail_message_message_id ON mail_message (message_id) WHERE message_id IS NOT NULL;
CREATE INDEX mail_message_customer ON mail_message (customer_id, happened_at DESC) WHERE deleted_at IS NULL;
CREATE INDEX mail_message_thread ON mail_message (thread_id, happened_at);
CREATE INDEX mail_message_about ON mail_message (about_id, happened_at) WHERE about_id IS NOT NULL;
CREATE INDEX mail_message_open ON mail_message (state, due_at) WHERE state IN ('unread', 'waiting', 'sending', 'failed', 'unsure');
CREATE INDEX mail_message_sender ON mail_message (mailbox_id, from_address, happened_at DESC);

CREATE TABLE mail_attachment (
  id uuid PRIMARY KEY,
  message_id uuid NOT NULL REFERENCES mail_message (id) ON DELETE CASCADE,
  position int NOT NULL,
  name text NOT NULL,
  mime text NOT NULL,
  size bigint NOT NULL,
  content_id text,
  is_inline boolean NOT NULL DEFAULT false,
  -- Null: not taken as a file of its own (`withheld` says why); it stays in the mail as it came.
  file_id uuid REFERENCES file_object (id),
  withheld text,
  UNIQUE (message_id, position)
);
CREATE INDEX mail_attachment_file ON mail_attachment (file_id) WHERE file_id IS NOT NULL;

-- Who it is that writes.
CREATE INDEX contact_email ON contact (lower(email)) WHERE email IS NOT NULL AND deleted_at IS NULL;
CREATE INDEX customer_email_lower ON customer (lower(email)) WHERE email IS NOT NULL AND deleted_at IS NULL;
