-- Who stands in for the project manager at a site, visits outside the opening hours (RE-10, RE-13).
ALTER TABLE site ADD COLUMN deputy_id uuid REFERENCES app_user (id);
-- A site that is told no hours is always open; the same time twice says so.
ALTER TABLE site ALTER COLUMN opens_at SET DEFAULT '00:00', ALTER COLUMN closes_at SET DEFAULT '00:00';

ALTER TABLE visit_registration ADD COLUMN outside_hours text;

-- RE-12, with the new column: it is part of what was written.
CREATE OR REPLACE FUNCTION visit_registration_fixed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    IF OLD.status = 'confirmed' THEN RAISE EXCEPTION 'a confirmed registration is never deleted'; END IF;
    RETURN OLD;
  END IF;
  IF OLD.status = 'confirmed' AND ROW(NEW.site_id, NEW.visitor, NEW.phone, NEW.phone_tail, NEW.arrived_at, NEW.arrived_on, NEW.channel, NEW.companions, NEW.matter,
      NEW.note, NEW.receiver_id, NEW.is_counted, NEW.clause, NEW.overruled, NEW.outside_hours, NEW.status, NEW.confirmed_at, NEW.confirmed_by_id, NEW.said, NEW.facts, NEW.decision_id, NEW.deleted_at)
    IS DISTINCT FROM ROW(OLD.site_id, OLD.visitor, OLD.phone, OLD.phone_tail, OLD.arrived_at, OLD.arrived_on, OLD.channel, OLD.companions, OLD.matter,
      OLD.note, OLD.receiver_id, OLD.is_counted, OLD.clause, OLD.overruled, OLD.outside_hours, OLD.status, OLD.confirmed_at, OLD.confirmed_by_id, OLD.said, OLD.facts, OLD.decision_id, OLD.deleted_at)
  THEN RAISE EXCEPTION 'a confirmed registration never changes'; END IF;
  RETURN NEW;
END $$;

-- The team leader confirms in the manager's absence, and it is seen who did (RE-13).
ALTER TABLE staff_referral ADD COLUMN confirmed_as text CHECK (confirmed_as IN ('manager', 'deputy'));
CREATE INDEX staff_referral_site_day ON staff_referral (site_id, agreed_on);
CREATE INDEX staff_referral_made ON staff_referral (site_id, created_at);

-- Heads of service read what their people announce, and announce themselves.
INSERT INTO role_grant (role, object, action, scope)
SELECT r.key, 'staffReferral', g.action, 'unitBelow' FROM (VALUES ('create'), ('read')) AS g (action) JOIN role r ON r.key = 'serviceSupervisor'
ON CONFLICT DO NOTHING;
