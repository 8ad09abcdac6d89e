-- When what somebody followed was deleted with the rest: no backup that is put back brings it back.
ALTER TABLE forgotten ADD COLUMN follows_at TEXT;

-- Nothing is kept of who follows nothing any more.
DELETE FROM followers WHERE NOT EXISTS (SELECT 1 FROM follows WHERE follower = followers.id);
