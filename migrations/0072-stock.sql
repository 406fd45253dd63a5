-- Stock control 销控 (RE-40 to RE-42): projects, buildings, units for sale and everything that happens to them.
CREATE TABLE project (
  id uuid PRIMARY KEY,
  name text NOT NULL,
  code text NOT NULL,
  -- The site whose receipts, rotation and rules it has; a project without one numbers its own receipts.
  site_id uuid REFERENCES site (id),
  pack text NOT NULL,
  owner_id uuid REFERENCES app_user (id),
  unit_id uuid REFERENCES org_unit (id),
  custom jsonb NOT NULL DEFAULT '{}',
  version int NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL,
  created_by uuid,
  updated_at timestamptz NOT NULL,
  updated_by uuid,
  deleted_at timestamptz
);
CREATE UNIQUE INDEX project_code_key ON project (code) WHERE deleted_at IS NULL;

CREATE TABLE building (
  id uuid PRIMARY KEY,
  project_id uuid NOT NULL REFERENCES project (id),
  name text NOT NULL,
  position int NOT NULL DEFAULT 0,
  custom jsonb NOT NULL DEFAULT '{}',
  version int NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL,
  created_by uuid,
  updated_at timestamptz NOT NULL,
  updated_by uuid,
  deleted_at timestamptz
);
CREATE INDEX building_project ON building (project_id, position) WHERE deleted_at IS NULL;

CREATE TABLE price_list (
  id uuid PRIMARY KEY,
  project_id uuid NOT NULL REFERENCES project (id),
  name text NOT NULL,
  effective_on date NOT NULL,
  unit_count int NOT NULL DEFAULT 0,
  -- Its prices stand on the units; null while the day has not come.
  applied_at timestamptz,
  custom jsonb NOT NULL DEFAULT '{}',
  version int NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL,
  created_by uuid,
  updated_at timestamptz NOT NULL,
  updated_by uuid,
  deleted_at timestamptz
);
CREATE INDEX price_list_project ON price_list (project_id, effective_on) WHERE deleted_at IS NULL;

CREATE TABLE sale_unit (
  id uuid PRIMARY KEY,
  project_id uuid NOT NULL REFERENCES project (id),
  building_id uuid NOT NULL REFERENCES building (id),
  code text NOT NULL,
  floor int NOT NULL,
  position int NOT NULL,
  layout text,
  -- Square metres.
  area numeric(10, 2) NOT NULL CHECK (area > 0),
  grade int NOT NULL DEFAULT 3,
  status text NOT NULL DEFAULT 'available' CHECK (status IN ('available', 'held', 'reserved', 'signed', 'delivered', 'withdrawn')),
  hold_until timestamptz,
  list_price numeric(20, 2),
  list_price_currency text,
  unit_price numeric(20, 2),
  unit_price_currency text,
  price_list_id uuid REFERENCES price_list (id),
  custom jsonb NOT NULL DEFAULT '{}',
  version int NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL,
  created_by uuid,
  updated_at timestamptz NOT NULL,
  updated_by uuid,
  deleted_at timestamptz,
  CHECK (list_price IS NULL OR list_price >= 0)
);
CREATE UNIQUE INDEX sale_unit_code_key ON sale_unit (building_id, code) WHERE deleted_at IS NULL;
CREATE INDEX sale_unit_project ON sale_unit (project_id, building_id, floor, position) WHERE deleted_at IS NULL;

CREATE TABLE price_list_line (
  price_list_id uuid NOT NULL REFERENCES price_list (id),
  sale_unit_id uuid NOT NULL REFERENCES sale_unit (id),
  list_price numeric(20, 2) NOT NULL CHECK (list_price >= 0),
  PRIMARY KEY (price_list_id, sale_unit_id)
);

CREATE TABLE unit_hold (
  id uuid PRIMARY KEY,
  customer_id uuid NOT NULL REFERENCES customer (id),
  project_id uuid NOT NULL REFERENCES project (id),
  sale_unit_id uuid NOT NULL REFERENCES sale_unit (id),
  kind text NOT NULL CHECK (kind IN ('holding', 'reservation')),
  state text NOT NULL DEFAULT 'active' CHECK (state IN ('active', 'expired', 'released', 'sold')),
  deposit numeric(20, 2) NOT NULL,
  deposit_currency text NOT NULL,
  expires_at timestamptz,
  warn_at timestamptz,
  warned_at timestamptz,
  may_extend boolean NOT NULL DEFAULT false,
  extensions int NOT NULL DEFAULT 0,
  ended_at timestamptz,
  decision_id uuid REFERENCES decision (id),
  owner_id uuid REFERENCES app_user (id),
  unit_id uuid REFERENCES org_unit (id),
  custom jsonb NOT NULL DEFAULT '{}',
  version int NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL,
  created_by uuid,
  updated_at timestamptz NOT NULL,
  updated_by uuid,
  deleted_at timestamptz
);
-- A unit is held by exactly one customer, whatever the program does (RE-40).
CREATE UNIQUE INDEX unit_hold_one ON unit_hold (sale_unit_id) WHERE state = 'active';
CREATE INDEX unit_hold_due ON unit_hold (expires_at) WHERE state = 'active';
CREATE INDEX unit_hold_customer ON unit_hold (customer_id);

CREATE SEQUENCE zk_number_subscription_number;
CREATE TABLE subscription (
  id uuid PRIMARY KEY,
  number text NOT NULL UNIQUE,
  customer_id uuid NOT NULL REFERENCES customer (id),
  project_id uuid NOT NULL REFERENCES project (id),
  sale_unit_id uuid NOT NULL REFERENCES sale_unit (id),
  hold_id uuid NOT NULL REFERENCES unit_hold (id),
  state text NOT NULL DEFAULT 'filed' CHECK (state IN ('filed', 'signed', 'contracted', 'cancelled')),
  buyers text NOT NULL,
  area numeric(10, 2) NOT NULL,
  list_price numeric(20, 2) NOT NULL,
  list_price_currency text NOT NULL,
  discount numeric(20, 2) NOT NULL,
  discount_currency text NOT NULL,
  price numeric(20, 2) NOT NULL,
  price_currency text NOT NULL,
  deposit numeric(20, 2) NOT NULL,
  deposit_currency text NOT NULL,
  address text NOT NULL,
  postcode text NOT NULL,
  phone text NOT NULL,
  signed_at timestamptz,
  -- The wording as signed: never changed afterwards.
  wording text,
  owner_id uuid REFERENCES app_user (id),
  unit_id uuid REFERENCES org_unit (id),
  custom jsonb NOT NULL DEFAULT '{}',
  version int NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL,
  created_by uuid,
  updated_at timestamptz NOT NULL,
  updated_by uuid,
  deleted_at timestamptz,
  CHECK (price = list_price - discount),
  CHECK ((wording IS NULL) = (signed_at IS NULL))
);
CREATE UNIQUE INDEX subscription_one ON subscription (sale_unit_id) WHERE state IN ('filed', 'signed', 'contracted');
CREATE INDEX subscription_customer ON subscription (customer_id);

CREATE FUNCTION subscription_keep_wording() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.wording IS NOT NULL AND NEW.wording IS DISTINCT FROM OLD.wording THEN
    RAISE EXCEPTION 'the wording of a signed subscription is fixed';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER subscription_keep_wording BEFORE UPDATE ON subscription FOR EACH ROW EXECUTE FUNCTION subscription_keep_wording();

CREATE TABLE subscription_instalment (
  subscription_id uuid NOT NULL REFERENCES subscription (id),
  position int NOT NULL,
  due_on date NOT NULL,
  label text NOT NULL,
  amount numeric(20, 2) NOT NULL CHECK (amount > 0),
  PRIMARY KEY (subscription_id, position)
);

CREATE SEQUENCE zk_number_deal_number;
CREATE TABLE deal (
  id uuid PRIMARY KEY,
  number text NOT NULL UNIQUE,
  customer_id uuid NOT NULL REFERENCES customer (id),
  project_id uuid NOT NULL REFERENCES project (id),
  sale_unit_id uuid NOT NULL REFERENCES sale_unit (id),
  subscription_id uuid NOT NULL UNIQUE REFERENCES subscription (id),
  state text NOT NULL DEFAULT 'signed' CHECK (state IN ('signed', 'delivered', 'cancelled')),
  contract_number text NOT NULL,
  deal_on date NOT NULL,
  price numeric(20, 2) NOT NULL,
  price_currency text NOT NULL,
  owner_id uuid REFERENCES app_user (id),
  unit_id uuid REFERENCES org_unit (id),
  custom jsonb NOT NULL DEFAULT '{}',
  version int NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL,
  created_by uuid,
  updated_at timestamptz NOT NULL,
  updated_by uuid,
  deleted_at timestamptz
);
CREATE INDEX deal_customer ON deal (customer_id);
CREATE INDEX deal_project ON deal (project_id, deal_on);

-- The last receipt number of a site and year; the row lock makes the numbers without gaps (RE-41).
CREATE TABLE receipt_series (
  place_id uuid NOT NULL,
  year int NOT NULL,
  last int NOT NULL,
  PRIMARY KEY (place_id, year)
);

CREATE TABLE receipt (
  id uuid PRIMARY KEY,
  number text NOT NULL,
  place_id uuid NOT NULL,
  customer_id uuid NOT NULL REFERENCES customer (id),
  project_id uuid NOT NULL REFERENCES project (id),
  sale_unit_id uuid NOT NULL REFERENCES sale_unit (id),
  hold_id uuid NOT NULL REFERENCES unit_hold (id),
  subscription_id uuid REFERENCES subscription (id),
  kind text NOT NULL CHECK (kind IN ('holdingDeposit', 'reservationDeposit', 'instalment', 'transferFee', 'refund')),
  amount numeric(20, 2) NOT NULL,
  amount_currency text NOT NULL,
  method text NOT NULL,
  received_on date NOT NULL,
  payer text NOT NULL,
  note text,
  booked_by_id uuid NOT NULL REFERENCES app_user (id),
  reverses_id uuid UNIQUE REFERENCES receipt (id),
  owner_id uuid REFERENCES app_user (id),
  unit_id uuid REFERENCES org_unit (id),
  custom jsonb NOT NULL DEFAULT '{}',
  version int NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL,
  created_by uuid,
  updated_at timestamptz NOT NULL,
  updated_by uuid,
  deleted_at timestamptz,
  UNIQUE (place_id, number),
  CHECK (amount <> 0),
  CHECK (reverses_id IS NOT NULL OR (amount < 0) = (kind = 'refund')),
  -- Who sells does not take the money (RE-41).
  CHECK (booked_by_id <> owner_id)
);
CREATE INDEX receipt_hold ON receipt (hold_id);
CREATE INDEX receipt_customer ON receipt (customer_id);

-- Only finance books: the grant must be the role's own, not one that stands for every object (RE-41).
CREATE FUNCTION receipt_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    RAISE EXCEPTION 'a receipt is reversed, not deleted';
  END IF;
  IF TG_OP = 'UPDATE' THEN
    IF (NEW.number, NEW.place_id, NEW.kind, NEW.amount, NEW.amount_currency, NEW.received_on, NEW.booked_by_id, NEW.hold_id, NEW.reverses_id, NEW.deleted_at)
      IS DISTINCT FROM (OLD.number, OLD.place_id, OLD.kind, OLD.amount, OLD.amount_currency, OLD.received_on, OLD.booked_by_id, OLD.hold_id, OLD.reverses_id, OLD.deleted_at) THEN
      RAISE EXCEPTION 'a receipt is reversed, not changed';
    END IF;
    RETURN NEW;
  END IF;
  IF NOT EXISTS (SELECT 1 FROM user_role ur JOIN role_grant g ON g.role = ur.role WHERE ur.user_id = NEW.booked_by_id AND g.object = 'receipt' AND g.action = 'create') THEN
    RAISE EXCEPTION 'only finance books payments';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER receipt_guard BEFORE INSERT OR UPDATE OR DELETE ON receipt FOR EACH ROW EXECUTE FUNCTION receipt_guard();

CREATE TABLE after_sale_change (
  id uuid PRIMARY KEY,
  customer_id uuid NOT NULL REFERENCES customer (id),
  project_id uuid NOT NULL REFERENCES project (id),
  sale_unit_id uuid NOT NULL REFERENCES sale_unit (id),
  new_sale_unit_id uuid REFERENCES sale_unit (id),
  new_customer_id uuid REFERENCES customer (id),
  subscription_id uuid NOT NULL REFERENCES subscription (id),
  kind text NOT NULL CHECK (kind IN ('exchange', 'rename', 'default', 'refund')),
  state text NOT NULL CHECK (state IN ('refused', 'retention', 'approving', 'feeDue', 'done', 'rejected')),
  reason text NOT NULL,
  buyers text,
  retention text,
  clause text,
  fee numeric(20, 2),
  fee_currency text,
  decision_id uuid NOT NULL REFERENCES decision (id),
  owner_id uuid REFERENCES app_user (id),
  unit_id uuid REFERENCES org_unit (id),
  custom jsonb NOT NULL DEFAULT '{}',
  version int NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL,
  created_by uuid,
  updated_at timestamptz NOT NULL,
  updated_by uuid,
  deleted_at timestamptz
);
CREATE INDEX after_sale_change_subscription ON after_sale_change (subscription_id);
CREATE INDEX after_sale_change_customer ON after_sale_change (customer_id);

-- What a company prints (PL-63): wording with placeholders, one row for each version.
CREATE TABLE document_template (
  key text NOT NULL,
  number int NOT NULL,
  content text NOT NULL,
  created_at timestamptz NOT NULL,
  created_by uuid,
  PRIMARY KEY (key, number)
);
