-- online
-- One's own customers by pinyin (UX-1): without it all of an owner's are read and sorted for one page.
-- step
CREATE INDEX CONCURRENTLY IF NOT EXISTS customer_owner_name ON customer (owner_id, name_sort, id) WHERE deleted_at IS NULL;
