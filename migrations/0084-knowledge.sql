-- Knowledge base 知识库 (SE-34): articles in versions, published by approval, with votes and views.
CREATE TABLE article (
  id uuid PRIMARY KEY,
  title text NOT NULL,
  body text NOT NULL,
  locale text NOT NULL DEFAULT 'zh-CN' CHECK (locale IN ('zh-CN', 'en')),
  visibility text NOT NULL DEFAULT 'internal' CHECK (visibility IN ('internal', 'public')),
  category text,
  state text NOT NULL DEFAULT 'draft' CHECK (state IN ('draft', 'approval', 'published', 'retired')),
  -- The version that is being worked on, and the one that readers see; each lies in article_version.
  number int NOT NULL DEFAULT 1,
  published_number int,
  published_at timestamptz,
  reviewed_at timestamptz,
  useful_count int NOT NULL DEFAULT 0,
  useless_count int NOT NULL DEFAULT 0,
  view_count int NOT NULL DEFAULT 0,
  -- What readers see, and its folded forms for search.
  shown_title text,
  shown_body text,
  shown_visibility text,
  shown_name text,
  shown_text text,
  shown_key text,
  -- What it was written out of.
  source_object text,
  source_id uuid,
  search_text text,
  search_key text,
  search_phone text,
  owner_id uuid REFERENCES app_user (id),
  unit_id uuid REFERENCES org_unit (id),
  custom jsonb NOT NULL DEFAULT '{}',
  version int NOT NULL DEFAULT 1,
  created_at timestamptz NOT NULL,
  created_by uuid,
  updated_at timestamptz NOT NULL,
  updated_by uuid,
  deleted_at timestamptz,
  CHECK ((published_number IS NULL) = (shown_title IS NULL)),
  CHECK (state <> 'published' OR published_number = number)
);
CREATE INDEX article_owner ON article (owner_id, created_at DESC);
CREATE INDEX article_unit ON article (unit_id, created_at DESC);
CREATE INDEX article_created ON article (created_at DESC, id DESC);
CREATE INDEX article_shown ON article (published_at DESC, id) WHERE published_number IS NOT NULL AND state <> 'retired' AND deleted_at IS NULL;
CREATE INDEX article_source ON article (source_id) WHERE source_id IS NOT NULL;
CREATE INDEX article_text ON article USING gin (search_text gin_trgm_ops);
CREATE INDEX article_key ON article USING gin (search_key gin_trgm_ops);

CREATE TABLE article_version (
  article_id uuid NOT NULL REFERENCES article (id),
  number int NOT NULL,
  title text NOT NULL,
  body text NOT NULL,
  -- What changed, in the writer's words.
  note text NOT NULL DEFAULT '',
  created_at timestamptz NOT NULL,
  created_by uuid,
  PRIMARY KEY (article_id, number)
);
CREATE FUNCTION article_version_keep() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a version of an article is not changed';
END $$;
CREATE TRIGGER article_version_keep BEFORE UPDATE OR DELETE ON article_version FOR EACH ROW EXECUTE FUNCTION article_version_keep();

-- One opinion a person; `voter` is their id, or a keyed hash for readers who are not signed in.
CREATE TABLE article_vote (
  article_id uuid NOT NULL REFERENCES article (id),
  voter text NOT NULL,
  is_useful boolean NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (article_id, voter)
);
-- One view a reader and day.
CREATE TABLE article_view (
  article_id uuid NOT NULL REFERENCES article (id),
  voter text NOT NULL,
  on_day date NOT NULL,
  PRIMARY KEY (article_id, voter, on_day)
);
