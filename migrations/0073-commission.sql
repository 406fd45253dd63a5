-- Commission (RE-30 to RE-33): a ledger that is only ever added to, plans by version, monthly settlement, penalties.

-- One row for each site: who posts takes its lock, so that two events of one site follow one another.
CREATE TABLE commission_book (
  site_id uuid PRIMARY KEY,
  site_name text NOT NULL,
  unit_id uuid REFERENCES org_unit (id),
  -- Policy pack that answers for penalties.
  pack text,
  -- The earliest month (YYYY-MM) that entries still go to.
  open_month text NOT NULL CHECK (open_month ~ '^\d{4}-\d{2}$'),
  closed_through text CHECK (closed_through ~ '^\d{4}-\d{2}$')
);

CREATE TABLE commission_plan (
  id uuid PRIMARY KEY,
  name text NOT NULL,
  -- Null: every site without a plan of its own.
  site_id uuid,
  created_at timestamptz NOT NULL,
  created_by uuid
);
CREATE UNIQUE INDEX commission_plan_site ON commission_plan (coalesce(site_id, '00000000-0000-0000-0000-000000000000'));

CREATE TABLE commission_plan_version (
  id uuid PRIMARY KEY,
  plan_id uuid NOT NULL REFERENCES commission_plan,
  number int NOT NULL,
  status text NOT NULL CHECK (status IN ('draft', 'submitted', 'approved', 'withdrawn')),
  terms jsonb NOT NULL,
  note text NOT NULL DEFAULT '',
  active_from date,
  version int NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL,
  created_by uuid,
  submitted_at timestamptz,
  submitted_by uuid,
  approved_at timestamptz,
  approved_by uuid,
  UNIQUE (plan_id, number),
  CHECK (status NOT IN ('submitted', 'approved') OR active_from IS NOT NULL)
);
CREATE UNIQUE INDEX commission_plan_version_open ON commission_plan_version (plan_id) WHERE status IN ('draft', 'submitted');

CREATE FUNCTION commission_plan_version_fixed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.status = 'approved' THEN RAISE EXCEPTION 'an approved commission plan never changes'; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER commission_plan_version_fixed BEFORE UPDATE OR DELETE ON commission_plan_version FOR EACH ROW EXECUTE FUNCTION commission_plan_version_fixed();

-- What is known of a deal, from its events; amounts of commission stand in the ledger only.
CREATE TABLE commission_deal (
  id uuid PRIMARY KEY,
  site_id uuid NOT NULL REFERENCES commission_book,
  customer_id uuid REFERENCES customer (id),
  case_id uuid,
  -- Known from the contract on, where the row's own id is that of the subscription.
  contract_id uuid UNIQUE,
  -- Closed on the day of the visit, before anybody recognised an earlier salesperson; never changed afterwards.
  is_on_spot boolean NOT NULL DEFAULT false,
  label text NOT NULL,
  product text,
  deal_on date NOT NULL,
  currency text NOT NULL,
  price numeric(18, 2),
  received numeric(18, 2) NOT NULL DEFAULT 0,
  is_signed boolean NOT NULL DEFAULT false,
  is_refunded boolean NOT NULL DEFAULT false,
  frozen_reason text,
  plan_version_id uuid REFERENCES commission_plan_version,
  shares jsonb NOT NULL DEFAULT '[]',
  decision_id uuid,
  clause text
);
CREATE INDEX commission_deal_month ON commission_deal (site_id, deal_on);
CREATE INDEX commission_deal_case ON commission_deal (case_id);
CREATE INDEX commission_deal_customer ON commission_deal (customer_id);

-- Each event once, however often it is told (REL-7).
CREATE TABLE commission_event (
  id uuid PRIMARY KEY,
  deal_id uuid NOT NULL REFERENCES commission_deal,
  kind text NOT NULL,
  detail jsonb NOT NULL,
  at timestamptz NOT NULL,
  actor_id uuid
);
CREATE INDEX commission_event_deal ON commission_event (deal_id, at);

CREATE TABLE commission_penalty (
  id uuid PRIMARY KEY,
  site_id uuid NOT NULL REFERENCES commission_book,
  unit_id uuid REFERENCES org_unit (id),
  owner_id uuid NOT NULL REFERENCES app_user (id),
  deal_id uuid REFERENCES commission_deal,
  happened_on date NOT NULL,
  description text NOT NULL,
  -- Base amounts as stated by the manager or read from the ledger, and what the clause takes of each.
  parts jsonb NOT NULL,
  amount numeric(18, 2) NOT NULL CHECK (amount >= 0),
  currency text NOT NULL,
  is_dismissal boolean NOT NULL DEFAULT false,
  decision_id uuid NOT NULL REFERENCES decision (id),
  clause text NOT NULL,
  state text NOT NULL CHECK (state IN ('proposed', 'approved', 'rejected')),
  created_at timestamptz NOT NULL,
  created_by uuid,
  ended_at timestamptz,
  ended_by uuid
);
CREATE INDEX commission_penalty_owner ON commission_penalty (owner_id, happened_on DESC);
CREATE INDEX commission_penalty_unit ON commission_penalty (unit_id, happened_on DESC);

CREATE TABLE commission_settlement (
  id uuid PRIMARY KEY,
  site_id uuid NOT NULL REFERENCES commission_book,
  month text NOT NULL CHECK (month ~ '^\d{4}-\d{2}$'),
  state text NOT NULL CHECK (state IN ('draft', 'confirmed', 'closed')),
  confirmed_at timestamptz,
  confirmed_by uuid,
  closed_at timestamptz,
  closed_by uuid,
  UNIQUE (site_id, month)
);

-- Written when a month is closed; equal to the ledger by construction and checked by tests (RE-32).
CREATE TABLE commission_statement (
  id uuid PRIMARY KEY,
  settlement_id uuid NOT NULL REFERENCES commission_settlement,
  account text NOT NULL CHECK (account IN ('person', 'publicFund', 'departmentFund')),
  owner_id uuid REFERENCES app_user (id),
  amount numeric(18, 2) NOT NULL,
  currency text NOT NULL,
  UNIQUE NULLS NOT DISTINCT (settlement_id, account, owner_id, currency)
);

CREATE TABLE commission_journal (
  id uuid PRIMARY KEY,
  site_id uuid NOT NULL REFERENCES commission_book,
  deal_id uuid REFERENCES commission_deal,
  penalty_id uuid REFERENCES commission_penalty,
  settlement_id uuid REFERENCES commission_settlement,
  event_id uuid REFERENCES commission_event,
  -- The event that posted it: deposit, contract, payment, change, refund, fact, freeze, release, penalty, settle.
  reason text NOT NULL,
  -- The deal as it stood and the steps of the calculation, for the answer to Why (PL-41).
  working jsonb NOT NULL DEFAULT '{}',
  at timestamptz NOT NULL,
  actor_id uuid
);
CREATE INDEX commission_journal_deal ON commission_journal (deal_id, id);
CREATE UNIQUE INDEX commission_journal_penalty ON commission_journal (penalty_id);

CREATE TABLE commission_entry (
  id uuid PRIMARY KEY,
  journal_id uuid NOT NULL REFERENCES commission_journal,
  site_id uuid NOT NULL REFERENCES commission_book,
  deal_id uuid REFERENCES commission_deal,
  penalty_id uuid REFERENCES commission_penalty,
  customer_id uuid REFERENCES customer (id),
  subject text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('accrue', 'split', 'freeze', 'release', 'settle', 'clawBack', 'penalty', 'adjust')),
  account text NOT NULL CHECK (account IN ('person', 'publicFund', 'departmentFund', 'company')),
  state text NOT NULL CHECK (state IN ('accrued', 'frozen', 'settled')),
  owner_id uuid REFERENCES app_user (id),
  unit_id uuid REFERENCES org_unit (id),
  amount numeric(18, 2) NOT NULL CHECK (amount <> 0),
  amount_currency text NOT NULL,
  month text NOT NULL CHECK (month ~ '^\d{4}-\d{2}$'),
  percent numeric,
  party text,
  decision_id uuid,
  clause text,
  custom jsonb NOT NULL DEFAULT '{}',
  version int NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL,
  created_by uuid,
  updated_at timestamptz NOT NULL,
  updated_by uuid,
  deleted_at timestamptz,
  CHECK ((account = 'person') = (owner_id IS NOT NULL))
);
CREATE INDEX commission_entry_owner ON commission_entry (owner_id, month);
CREATE INDEX commission_entry_site ON commission_entry (site_id, month, account);
CREATE INDEX commission_entry_deal ON commission_entry (deal_id, id);
CREATE INDEX commission_entry_journal ON commission_entry (journal_id);
CREATE INDEX commission_entry_unit ON commission_entry (unit_id, created_at DESC);
CREATE INDEX commission_entry_customer ON commission_entry (customer_id);

-- RE-30: never an overwritten number.
CREATE FUNCTION commission_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- Merging customers leads a row over to the survivor: whose customer it is may follow, nothing else.
  IF TG_OP = 'UPDATE' THEN
    IF to_jsonb(NEW) - 'customer_id' = to_jsonb(OLD) - 'customer_id' THEN RETURN NEW; END IF;
  END IF;
  RAISE EXCEPTION 'the commission ledger is only added to';
END $$;
CREATE TRIGGER commission_entry_fixed BEFORE UPDATE OR DELETE ON commission_entry FOR EACH ROW EXECUTE FUNCTION commission_append_only();
CREATE TRIGGER commission_journal_fixed BEFORE UPDATE OR DELETE ON commission_journal FOR EACH ROW EXECUTE FUNCTION commission_append_only();
CREATE TRIGGER commission_event_fixed BEFORE UPDATE OR DELETE ON commission_event FOR EACH ROW EXECUTE FUNCTION commission_append_only();
CREATE TRIGGER commission_statement_fixed BEFORE UPDATE OR DELETE ON commission_statement FOR EACH ROW EXECUTE FUNCTION commission_append_only();
CREATE TRIGGER commission_entry_kept BEFORE TRUNCATE ON commission_entry FOR EACH STATEMENT EXECUTE FUNCTION commission_append_only();
CREATE TRIGGER commission_journal_kept BEFORE TRUNCATE ON commission_journal FOR EACH STATEMENT EXECUTE FUNCTION commission_append_only();
CREATE TRIGGER commission_event_kept BEFORE TRUNCATE ON commission_event FOR EACH STATEMENT EXECUTE FUNCTION commission_append_only();
CREATE TRIGGER commission_statement_kept BEFORE TRUNCATE ON commission_statement FOR EACH STATEMENT EXECUTE FUNCTION commission_append_only();

-- RE-32: a closed month is never posted to.
CREATE FUNCTION commission_month_open() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM commission_book b WHERE b.site_id = NEW.site_id AND b.closed_through >= NEW.month) THEN
    RAISE EXCEPTION 'month % of the commission ledger is closed', NEW.month;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER commission_month_open BEFORE INSERT ON commission_entry FOR EACH ROW EXECUTE FUNCTION commission_month_open();

-- Each journal sums to zero in each currency, looked at when the transaction ends.
CREATE FUNCTION commission_journal_balanced() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT 1 FROM commission_entry e WHERE e.journal_id = NEW.journal_id GROUP BY e.amount_currency HAVING sum(e.amount) <> 0) THEN
    RAISE EXCEPTION 'commission journal % does not sum to zero', NEW.journal_id;
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER commission_journal_balanced AFTER INSERT ON commission_entry
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION commission_journal_balanced();

-- Ready roles that a company has not made its own get what fits them.
UPDATE role SET rights = rights || ARRAY['commission.manage', 'commission.approve']
WHERE key = 'administrator' AND rights @> ARRAY['admin.settings'] AND NOT rights @> ARRAY['commission.manage'];
UPDATE role SET rights = array_append(rights, 'commission.manage') WHERE key = 'salesManager' AND is_built_in AND NOT rights @> ARRAY['commission.manage'];
UPDATE role SET rights = array_append(rights, 'commission.approve') WHERE key IN ('finance', 'executive') AND is_built_in AND NOT rights @> ARRAY['commission.approve'];
INSERT INTO role_grant (role, object, action, scope)
SELECT g.role, 'commissionEntry', g.action, g.scope
FROM (VALUES ('salesManager', 'read', 'unitBelow'), ('salesManager', 'export', 'unitBelow'), ('salesperson', 'read', 'own'), ('finance', 'read', 'all'), ('finance', 'export', 'all'))
  AS g (role, action, scope)
JOIN role r ON r.key = g.role AND r.is_built_in
ON CONFLICT DO NOTHING;
