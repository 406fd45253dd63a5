-- Claims that a clause refused (UX-18): the manager sees who asked for whom, by which clause, and until when it holds.
CREATE TABLE pool_refusal (
  id uuid PRIMARY KEY,
  customer_id uuid NOT NULL REFERENCES customer (id),
  pool_id uuid NOT NULL REFERENCES pool (id),
  stay_id uuid NOT NULL REFERENCES pool_stay (id),
  -- For whom the customer was asked, and by whom.
  claimant_id uuid NOT NULL REFERENCES app_user (id),
  asked_by uuid REFERENCES app_user (id),
  refused_at timestamptz NOT NULL,
  refused_on date NOT NULL,
  clause text NOT NULL,
  -- The decision of the first attempt of the day.
  decision_id uuid NOT NULL,
  until date,
  attempts int NOT NULL DEFAULT 1,
  UNIQUE (stay_id, claimant_id, refused_on, clause)
);
CREATE INDEX pool_refusal_pool ON pool_refusal (pool_id, refused_at DESC);
CREATE INDEX pool_refusal_customer ON pool_refusal (customer_id);
