-- What takes longer with each article that is stored, where no index helps.

-- A foreign key refers to articles from the head of their group: each article that was added looked through all groups.
CREATE UNIQUE INDEX groups_by_head ON groups (head);

-- Most documents of one number say the same of it: those that do are passed over without being looked up.
DROP INDEX documents_by_key;
CREATE INDEX documents_by_key ON documents (number_key, type, date, article) WHERE number_key IS NOT NULL;
