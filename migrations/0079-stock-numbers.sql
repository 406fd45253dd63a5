-- Numbers of the sales office in the one search box (PL-60), a number for each hold, and the word of a person that a
-- settled statement is right (RE-32).
CREATE SEQUENCE zk_number_unit_hold_number;
ALTER TABLE unit_hold ADD COLUMN number text;
UPDATE unit_hold h SET number = 'DD-' || to_char(h.created_at, 'YYYY') || '-' || zk_pad(x.place, 6)
FROM (SELECT id, row_number() OVER (ORDER BY created_at, id) AS place FROM unit_hold) x WHERE x.id = h.id;
SELECT setval('zk_number_unit_hold_number', greatest((SELECT count(*) FROM unit_hold), 1), EXISTS (SELECT 1 FROM unit_hold));
ALTER TABLE unit_hold ALTER COLUMN number SET NOT NULL;
CREATE UNIQUE INDEX unit_hold_number_key ON unit_hold (number);

ALTER TABLE sale_unit ADD COLUMN search_text text NOT NULL DEFAULT '', ADD COLUMN search_key text NOT NULL DEFAULT '', ADD COLUMN search_phone text NOT NULL DEFAULT '';
ALTER TABLE unit_hold ADD COLUMN search_text text NOT NULL DEFAULT '', ADD COLUMN search_key text NOT NULL DEFAULT '', ADD COLUMN search_phone text NOT NULL DEFAULT '';
ALTER TABLE subscription ADD COLUMN search_text text NOT NULL DEFAULT '', ADD COLUMN search_key text NOT NULL DEFAULT '', ADD COLUMN search_phone text NOT NULL DEFAULT '';
ALTER TABLE deal ADD COLUMN search_text text NOT NULL DEFAULT '', ADD COLUMN search_key text NOT NULL DEFAULT '', ADD COLUMN search_phone text NOT NULL DEFAULT '';
ALTER TABLE receipt ADD COLUMN search_text text NOT NULL DEFAULT '', ADD COLUMN search_key text NOT NULL DEFAULT '', ADD COLUMN search_phone text NOT NULL DEFAULT '';

CREATE FUNCTION stock_code_key(t text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
AS $$ SELECT lower(regexp_replace(t, '[^A-Za-z0-9]', '', 'g')) $$;

-- The database gives the number while it inserts, too late for the search columns that come with the row.
CREATE FUNCTION stock_number_found() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  word text := stock_code_key(NEW.number);
BEGIN
  IF strpos(NEW.search_key, word) = 0 THEN
    NEW.search_key := btrim(word || ' ' || NEW.search_key);
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER unit_hold_number_found BEFORE INSERT OR UPDATE ON unit_hold FOR EACH ROW EXECUTE FUNCTION stock_number_found();
CREATE TRIGGER subscription_number_found BEFORE INSERT OR UPDATE ON subscription FOR EACH ROW EXECUTE FUNCTION stock_number_found();
CREATE TRIGGER deal_number_found BEFORE INSERT OR UPDATE ON deal FOR EACH ROW EXECUTE FUNCTION stock_number_found();
CREATE TRIGGER receipt_number_found BEFORE INSERT OR UPDATE ON receipt FOR EACH ROW EXECUTE FUNCTION stock_number_found();

UPDATE sale_unit SET search_text = lower(regexp_replace(code, '[\s_.#/()（）·-]', '', 'g')), search_key = stock_code_key(code);
UPDATE unit_hold SET search_key = '';
UPDATE subscription SET search_text = lower(regexp_replace(buyers, '[\s_.#/()（）·、，,-]', '', 'g'));
UPDATE deal SET search_key = stock_code_key(contract_number);
UPDATE receipt SET search_key = '';

CREATE INDEX sale_unit_grams ON sale_unit USING gin (zk_bigrams(search_text));
CREATE INDEX sale_unit_search_key ON sale_unit USING gin (search_key gin_trgm_ops);
CREATE INDEX unit_hold_search_key ON unit_hold USING gin (search_key gin_trgm_ops);
CREATE INDEX subscription_grams ON subscription USING gin (zk_bigrams(search_text));
CREATE INDEX subscription_search_key ON subscription USING gin (search_key gin_trgm_ops);
CREATE INDEX deal_search_key ON deal USING gin (search_key gin_trgm_ops);
CREATE INDEX receipt_search_key ON receipt USING gin (search_key gin_trgm_ops);

-- An exchange that waits for approval keeps its new unit: who asks for the unit is told.
CREATE INDEX after_sale_change_kept ON after_sale_change (new_sale_unit_id) WHERE state = 'approving' AND kind = 'exchange';

-- A person has seen a settled statement and says that it is right; the statement itself is never touched (RE-32).
CREATE TABLE commission_statement_seen (
  statement_id uuid PRIMARY KEY REFERENCES commission_statement,
  at timestamptz NOT NULL,
  by_id uuid NOT NULL REFERENCES app_user (id)
);
