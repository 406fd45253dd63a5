-- Disputes over ownership (RE-22): both sides, the evidence, what the rule says, the ruling and its approval.
CREATE TABLE dispute (
  id uuid PRIMARY KEY,
  subject text NOT NULL,
  site_id uuid NOT NULL REFERENCES site (id),
  customer_id uuid NOT NULL REFERENCES customer (id),
  case_id uuid NOT NULL REFERENCES ownership_case (id),
  -- The deal whose commission is contested; commission is above and knows what it is.
  deal_id uuid,
  -- The claimant is the owner of the record.
  owner_id uuid REFERENCES app_user (id),
  unit_id uuid REFERENCES org_unit (id),
  respondent_id uuid NOT NULL REFERENCES app_user (id),
  claim text NOT NULL,
  reply text,
  replied_at timestamptz,
  status text NOT NULL CHECK (status IN ('open', 'proposed', 'settled', 'withdrawn')),
  due_at timestamptz NOT NULL,
  reminded_at timestamptz,
  escalated_at timestamptz,
  -- Facts that both sides agree on, beside those of the case, and what the policy answers to them.
  facts jsonb NOT NULL DEFAULT '{}',
  decision_id uuid,
  clause text,
  outcome text CHECK (outcome IN ('agreed', 'mediated', 'ruled')),
  record text,
  shares jsonb,
  owner_ids uuid[] NOT NULL DEFAULT '{}',
  proposed_by uuid REFERENCES app_user (id),
  proposed_at timestamptz,
  settled_at timestamptz,
  -- The evidence as it stood when it was settled.
  evidence jsonb,
  custom jsonb NOT NULL DEFAULT '{}',
  version int NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL,
  created_by uuid,
  updated_at timestamptz NOT NULL,
  updated_by uuid,
  deleted_at timestamptz
);
CREATE UNIQUE INDEX dispute_open ON dispute (case_id) WHERE status IN ('open', 'proposed');
CREATE INDEX dispute_owner ON dispute (owner_id, created_at DESC);
CREATE INDEX dispute_unit ON dispute (unit_id, created_at DESC);
CREATE INDEX dispute_customer ON dispute (customer_id, created_at DESC);
CREATE INDEX dispute_created ON dispute (created_at DESC, id DESC);
CREATE INDEX dispute_due ON dispute (due_at) WHERE status IN ('open', 'proposed');

INSERT INTO role_grant (role, object, action, scope)
SELECT r.key, 'dispute', g.action, g.scope
FROM (VALUES ('salesperson', 'create', 'own'), ('salesperson', 'read', 'own'),
  ('salesManager', 'create', 'unitBelow'), ('salesManager', 'read', 'unitBelow'), ('salesManager', 'update', 'unitBelow'), ('salesManager', 'export', 'unitBelow')
) AS g (role, action, scope) JOIN role r ON r.key = g.role
ON CONFLICT DO NOTHING;
