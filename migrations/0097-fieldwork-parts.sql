-- Checklists with kinds of items and versions, areas with travel, parts in depots and vans (SE-11).
ALTER TABLE order_checklist ADD COLUMN revision int NOT NULL DEFAULT 1;
UPDATE order_checklist SET items = (SELECT coalesce(jsonb_agg(item || '{"kind": "tick"}' ORDER BY at), '[]') FROM jsonb_array_elements(items) WITH ORDINALITY AS each (item, at));
UPDATE service_order SET items = (SELECT coalesce(jsonb_agg(item || '{"kind": "tick"}' ORDER BY at), '[]') FROM jsonb_array_elements(items) WITH ORDINALITY AS each (item, at));
ALTER TABLE service_order ADD COLUMN checklist_revision int NOT NULL DEFAULT 1;
ALTER TABLE service_order ADD COLUMN parts_cost numeric(20, 4);
ALTER TABLE service_order ADD COLUMN parts_cost_currency text;

-- A checklist as it was saved each time; rows never change.
CREATE TABLE order_checklist_revision (
  checklist_id uuid NOT NULL REFERENCES order_checklist (id),
  revision int NOT NULL,
  items jsonb NOT NULL,
  saved_at timestamptz NOT NULL,
  saved_by uuid REFERENCES app_user (id),
  PRIMARY KEY (checklist_id, revision)
);
INSERT INTO order_checklist_revision SELECT id, 1, items, updated_at, NULL FROM order_checklist;

-- Where somebody goes; east and north of the depot in kilometres, for travel and the order of a day.
CREATE TABLE service_area (
  id uuid PRIMARY KEY,
  name text NOT NULL,
  name_en text NOT NULL,
  east_km numeric(7, 2) NOT NULL DEFAULT 0,
  north_km numeric(7, 2) NOT NULL DEFAULT 0,
  is_active boolean NOT NULL DEFAULT true,
  custom jsonb NOT NULL DEFAULT '{}',
  version int NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL,
  created_by uuid,
  updated_at timestamptz NOT NULL,
  updated_by uuid,
  deleted_at timestamptz
);
ALTER TABLE service_order ADD COLUMN area_id uuid REFERENCES service_area (id);
INSERT INTO service_area (id, name, name_en, created_at, updated_at)
  SELECT gen_random_uuid(), area, area, now(), now() FROM (SELECT DISTINCT trim(area) AS area FROM service_order WHERE trim(area) <> '') a;
UPDATE service_order o SET area_id = a.id FROM service_area a WHERE a.name = trim(o.area);
ALTER TABLE service_order DROP COLUMN area;

CREATE TABLE part (
  id uuid PRIMARY KEY,
  code text NOT NULL,
  name text NOT NULL,
  measure text NOT NULL,
  price numeric(20, 4) NOT NULL,
  price_currency text NOT NULL DEFAULT 'CNY',
  low_at numeric(14, 3),
  is_active boolean NOT NULL DEFAULT true,
  search_text text,
  search_key text,
  search_phone text,
  custom jsonb NOT NULL DEFAULT '{}',
  version int NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL,
  created_by uuid,
  updated_at timestamptz NOT NULL,
  updated_by uuid,
  deleted_at timestamptz
);
CREATE UNIQUE INDEX part_code ON part (code) WHERE deleted_at IS NULL;
CREATE INDEX part_text ON part USING gin (search_text gin_trgm_ops);
CREATE INDEX part_key ON part USING gin (search_key gin_trgm_ops);

-- A depot, or the van of one worker.
CREATE TABLE part_store (
  id uuid PRIMARY KEY,
  name text NOT NULL,
  kind text NOT NULL DEFAULT 'depot' CHECK (kind IN ('depot', 'van')),
  worker_id uuid REFERENCES app_user (id),
  area_id uuid REFERENCES service_area (id),
  is_active boolean NOT NULL DEFAULT true,
  custom jsonb NOT NULL DEFAULT '{}',
  version int NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL,
  created_by uuid,
  updated_at timestamptz NOT NULL,
  updated_by uuid,
  deleted_at timestamptz
);
CREATE UNIQUE INDEX part_store_van ON part_store (worker_id) WHERE worker_id IS NOT NULL AND is_active AND deleted_at IS NULL;

-- What lies where: always the sum of its moves. Below nought: used before it was booked in.
CREATE TABLE part_stock (
  store_id uuid NOT NULL REFERENCES part_store (id),
  part_id uuid NOT NULL REFERENCES part (id),
  quantity numeric(14, 3) NOT NULL,
  PRIMARY KEY (store_id, part_id)
);
CREATE TABLE part_move (
  id uuid PRIMARY KEY,
  store_id uuid NOT NULL REFERENCES part_store (id),
  part_id uuid NOT NULL REFERENCES part (id),
  kind text NOT NULL CHECK (kind IN ('receive', 'transfer', 'use', 'count')),
  quantity numeric(14, 3) NOT NULL CHECK (quantity <> 0),
  order_id uuid REFERENCES service_order (id),
  note text,
  at timestamptz NOT NULL,
  by_id uuid REFERENCES app_user (id)
);
CREATE INDEX part_move_store ON part_move (store_id, at DESC);
CREATE INDEX part_move_part ON part_move (part_id, at DESC);

-- What an order used, with its cost at that time in CNY.
CREATE TABLE order_part (
  order_id uuid NOT NULL REFERENCES service_order (id),
  position int NOT NULL,
  part_id uuid REFERENCES part (id),
  name text NOT NULL,
  quantity numeric(14, 3) NOT NULL CHECK (quantity > 0),
  measure text,
  price numeric(20, 4),
  cost numeric(20, 2),
  PRIMARY KEY (order_id, position)
);
INSERT INTO order_part (order_id, position, name, quantity)
  SELECT o.id, p.at, p.part->>'name', round((p.part->>'quantity')::numeric, 3) FROM service_order o, jsonb_array_elements(o.parts) WITH ORDINALITY AS p (part, at) WHERE (p.part->>'quantity')::numeric >= 0.0005;
ALTER TABLE service_order DROP COLUMN parts;
