-- Papers, visits and mails of the customer portal (SE-31).
ALTER TABLE portal_account ADD COLUMN is_mail_on boolean NOT NULL DEFAULT true;

-- A mail about an answer or an end: the outbox. As portal_code has it: unsure is not sent twice.
CREATE TABLE portal_notice (
  id uuid PRIMARY KEY,
  email text NOT NULL,
  locale text NOT NULL,
  -- Null: somebody who left their address in the chat and has no account.
  account_id uuid REFERENCES portal_account (id),
  case_id uuid NOT NULL REFERENCES service_case (id),
  message_id uuid REFERENCES case_message (id),
  kind text NOT NULL CHECK (kind IN ('reply', 'closed', 'chat')),
  round int NOT NULL DEFAULT 0,
  state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'sending', 'sent', 'failed', 'unsure', 'dropped')),
  error text,
  created_at timestamptz NOT NULL
);
CREATE UNIQUE INDEX portal_notice_message ON portal_notice (email, message_id) WHERE message_id IS NOT NULL;
CREATE UNIQUE INDEX portal_notice_end ON portal_notice (email, case_id, round) WHERE message_id IS NULL;
CREATE INDEX portal_notice_created ON portal_notice (created_at);

-- Contacts who may see the contracts of their company, as somebody of the house said.
CREATE TABLE portal_contract_reader (
  customer_id uuid NOT NULL REFERENCES customer (id),
  email text NOT NULL CHECK (email = lower(email)),
  since timestamptz NOT NULL,
  created_by uuid REFERENCES app_user (id),
  PRIMARY KEY (customer_id, email)
);

-- Files of a customer and its contracts that are shown to the customer.
CREATE TABLE portal_document (
  file_id uuid PRIMARY KEY REFERENCES file_object (id) ON DELETE CASCADE,
  customer_id uuid NOT NULL REFERENCES customer (id),
  since timestamptz NOT NULL,
  created_by uuid REFERENCES app_user (id)
);
CREATE INDEX portal_document_customer ON portal_document (customer_id);
