-- What a customer said in a meeting may become a record of its own, a case for one: the action ends with it (SF-21).
ALTER TABLE meeting_action ADD COLUMN about_object text;
ALTER TABLE meeting_action ADD COLUMN about_id uuid;
ALTER TABLE meeting_action ADD CONSTRAINT meeting_action_about CHECK ((about_object IS NULL) = (about_id IS NULL));
CREATE INDEX meeting_action_record ON meeting_action (about_id) WHERE about_id IS NOT NULL;

-- What readers of the knowledge base looked for in vain (SE-34): the same words once, however they were typed.
CREATE TABLE article_miss (
  id uuid PRIMARY KEY,
  folded text NOT NULL UNIQUE,
  words text NOT NULL,
  is_public boolean NOT NULL,
  asked int NOT NULL DEFAULT 0,
  first_at timestamptz NOT NULL,
  last_at timestamptz NOT NULL,
  -- Found by now, or not wanted; null: still missing.
  settled_at timestamptz,
  settled_by uuid
);
CREATE INDEX article_miss_open ON article_miss (asked DESC, last_at DESC) WHERE settled_at IS NULL;
-- One count a reader and day, as with views.
CREATE TABLE article_miss_reader (
  miss_id uuid NOT NULL REFERENCES article_miss (id) ON DELETE CASCADE,
  voter text NOT NULL,
  on_day date NOT NULL,
  PRIMARY KEY (miss_id, voter, on_day)
);
