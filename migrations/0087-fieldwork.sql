-- Service orders for field staff and the checklists that they follow (SE-11).
CREATE TABLE order_checklist (
  id uuid PRIMARY KEY,
  name text NOT NULL,
  name_en text NOT NULL,
  -- [{ key, label: { zh-CN, en }, isRequired, needsPhoto }]; an order keeps the items it was made with.
  items jsonb NOT NULL,
  item_count int NOT NULL,
  state text NOT NULL DEFAULT 'active' CHECK (state IN ('active', 'retired')),
  custom jsonb NOT NULL DEFAULT '{}',
  version int NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL,
  created_by uuid,
  updated_at timestamptz NOT NULL,
  updated_by uuid,
  deleted_at timestamptz
);

INSERT INTO order_checklist (id, name, name_en, items, item_count, created_at, updated_at) VALUES (gen_random_uuid(), '上门服务', 'Visit at home', '[
  {"key": "in-time", "label": {"zh-CN": "在约定时段内到达", "en": "Arrived within the appointment"}, "isRequired": true, "needsPhoto": false},
  {"key": "greeting", "label": {"zh-CN": "进门说两句话：报单位姓名，说明来意", "en": "Two sentences at the door: who I am, why I come"}, "isRequired": true, "needsPhoto": false},
  {"key": "slippers", "label": {"zh-CN": "穿上自带的拖鞋或鞋套", "en": "Own slippers or shoe covers on"}, "isRequired": true, "needsPhoto": false},
  {"key": "cloths", "label": {"zh-CN": "铺好三块布：放工具、放零件、擦拭", "en": "Three cloths laid: for tools, for parts, for wiping"}, "isRequired": true, "needsPhoto": true},
  {"key": "explained", "label": {"zh-CN": "向客户讲清做了什么、怎样使用", "en": "Explained what was done and how to use it"}, "isRequired": true, "needsPhoto": false},
  {"key": "cleaned", "label": {"zh-CN": "清理现场，带走废料", "en": "Cleaned up and took the waste away"}, "isRequired": true, "needsPhoto": true},
  {"key": "signed", "label": {"zh-CN": "请客户查看并签字", "en": "The customer looked at it and signed"}, "isRequired": false, "needsPhoto": false}
]', 7, now(), now());

CREATE SEQUENCE zk_number_service_order_number;
CREATE TABLE service_order (
  id uuid PRIMARY KEY,
  number text NOT NULL UNIQUE,
  case_id uuid NOT NULL REFERENCES service_case (id),
  customer_id uuid REFERENCES customer (id),
  kind text NOT NULL CHECK (kind IN ('repair', 'install', 'inspect', 'visit', 'other')),
  subject text NOT NULL,
  checklist_id uuid NOT NULL REFERENCES order_checklist (id),
  -- The checklist as it was when the order was made.
  items jsonb NOT NULL,
  place text,
  area text,
  contact_name text,
  contact_phone text,
  skills text[] NOT NULL DEFAULT '{}',
  state text NOT NULL DEFAULT 'planned' CHECK (state IN ('planned', 'dispatched', 'onTheWay', 'onSite', 'done', 'failed', 'cancelled')),
  window_from timestamptz,
  window_to timestamptz,
  left_at timestamptz,
  arrived_at timestamptz,
  done_at timestamptz,
  result text,
  failed_for text,
  cancelled_for text,
  -- [{ key, value: yes | no | null, comment, photos: file ids }]
  answers jsonb NOT NULL DEFAULT '[]',
  -- [{ name, quantity }]
  parts jsonb NOT NULL DEFAULT '[]',
  signature uuid REFERENCES file_object (id),
  unsigned_for text,
  -- The key of the report that was taken: the same one again changes nothing.
  submission uuid,
  search_text text,
  search_key text,
  search_phone text,
  -- The field worker; null until it is dispatched.
  owner_id uuid REFERENCES app_user (id),
  -- The unit of its case, whoever goes there.
  unit_id uuid REFERENCES org_unit (id),
  custom jsonb NOT NULL DEFAULT '{}',
  version int NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL,
  created_by uuid,
  updated_at timestamptz NOT NULL,
  updated_by uuid,
  deleted_at timestamptz,
  CHECK ((window_from IS NULL) = (window_to IS NULL) AND (window_from IS NULL OR window_from < window_to)),
  CHECK (state IN ('planned', 'cancelled') OR (owner_id IS NOT NULL AND window_from IS NOT NULL))
);
CREATE INDEX service_order_owner ON service_order (owner_id, window_from) WHERE deleted_at IS NULL;
CREATE INDEX service_order_unit ON service_order (unit_id, created_at DESC, id DESC) WHERE deleted_at IS NULL;
CREATE INDEX service_order_created ON service_order (created_at DESC, id DESC) WHERE deleted_at IS NULL;
CREATE INDEX service_order_window ON service_order (window_from) WHERE deleted_at IS NULL;
CREATE INDEX service_order_case ON service_order (case_id, created_at) WHERE deleted_at IS NULL;
CREATE INDEX service_order_customer ON service_order (customer_id, created_at DESC) WHERE deleted_at IS NULL;
CREATE INDEX service_order_planned ON service_order (created_at) WHERE state = 'planned' AND deleted_at IS NULL;
CREATE INDEX service_order_text ON service_order USING gin (search_text gin_trgm_ops);
CREATE INDEX service_order_key ON service_order USING gin (search_key gin_trgm_ops);
