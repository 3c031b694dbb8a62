-- The store, first version. docs/store.md tells what each table is for.
-- Numbers are decimal strings, letter for letter as in the record; spans are code points of articles.text.

CREATE TABLE meta (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE runs (
    id INTEGER PRIMARY KEY,
    sources TEXT NOT NULL,               -- JSON: the paths as they were given
    options TEXT NOT NULL,               -- JSON
    extractor TEXT NOT NULL,             -- version of the rules that extracted
    status TEXT NOT NULL CHECK (status IN ('running', 'finished')),
    attempts INTEGER NOT NULL DEFAULT 1, -- how often it was started until it was finished
    started TEXT NOT NULL,               -- UTC
    finished TEXT,
    read INTEGER NOT NULL DEFAULT 0,
    stored INTEGER NOT NULL DEFAULT 0,
    duplicate INTEGER NOT NULL DEFAULT 0,
    rejected INTEGER NOT NULL DEFAULT 0,
    refreshed INTEGER NOT NULL DEFAULT 0, -- stored articles that were extracted anew; no inputs
    alarms INTEGER NOT NULL DEFAULT 0,    -- in what was stored
    CHECK (read = stored + duplicate + rejected)
);

CREATE TABLE articles (
    id INTEGER PRIMARY KEY,              -- in the order of reading
    name TEXT NOT NULL,                  -- article.id of the record
    source TEXT NOT NULL,
    url TEXT,
    title TEXT,
    published TEXT,
    sha256 TEXT NOT NULL,
    length INTEGER NOT NULL,
    text TEXT NOT NULL,
    extra TEXT NOT NULL DEFAULT '{}',    -- JSON
    group_id INTEGER NOT NULL REFERENCES groups (id) DEFERRABLE INITIALLY DEFERRED,
    similarity TEXT NOT NULL DEFAULT '1', -- to the head of its group: share of common word sequences
    extractor TEXT NOT NULL,             -- version of the rules that extracted its record
    run INTEGER NOT NULL REFERENCES runs (id),
    documents INTEGER NOT NULL DEFAULT 0,
    figures INTEGER NOT NULL DEFAULT 0,
    claims INTEGER NOT NULL DEFAULT 0,
    alarms INTEGER NOT NULL DEFAULT 0,
    findings INTEGER NOT NULL DEFAULT 0,
    problems INTEGER NOT NULL DEFAULT 0,
    percentages INTEGER NOT NULL DEFAULT 0, -- coverage: how many there are,
    checked INTEGER NOT NULL DEFAULT 0,     -- how many of them could be checked,
    unchecked TEXT NOT NULL DEFAULT '[]'    -- and why the others could not (JSON)
);
CREATE UNIQUE INDEX articles_by_content ON articles (sha256, coalesce(url, source));
CREATE INDEX articles_by_group ON articles (group_id);
CREATE INDEX articles_by_extractor ON articles (extractor);
CREATE INDEX articles_with_alarms ON articles (alarms) WHERE alarms > 0;

-- The first of a group of articles that are the same news is its head.
CREATE TABLE groups (
    id INTEGER PRIMARY KEY,
    head INTEGER NOT NULL REFERENCES articles (id) DEFERRABLE INITIALLY DEFERRED,
    size INTEGER NOT NULL DEFAULT 1
);

-- Where the next article looks for heads that it may be a copy of.
CREATE TABLE bands (
    band INTEGER NOT NULL,
    group_id INTEGER NOT NULL REFERENCES groups (id),
    PRIMARY KEY (band, group_id)
) WITHOUT ROWID;

-- The record as soatso extract writes it, compressed with zlib.
CREATE TABLE records (
    article INTEGER PRIMARY KEY REFERENCES articles (id) ON DELETE CASCADE,
    read_problems INTEGER NOT NULL DEFAULT 0, -- how many of its problems are of the reading
    json BLOB NOT NULL
);

CREATE TABLE documents (
    id INTEGER PRIMARY KEY,
    article INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    ref TEXT NOT NULL,                   -- its id in the record: d1
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    text TEXT NOT NULL,
    type TEXT,
    number TEXT,
    year INTEGER,
    symbol TEXT,
    date TEXT,
    issuer TEXT,
    same_as TEXT,
    normative INTEGER,
    symbol_type TEXT,
    pinpoint TEXT,
    pinpoint_start INTEGER,
    pinpoint_end INTEGER,
    canonical TEXT,
    rule TEXT NOT NULL,
    number_key TEXT                      -- number, folded, for looking it up
);
CREATE INDEX documents_by_article ON documents (article);
CREATE INDEX documents_by_key ON documents (number_key) WHERE number_key IS NOT NULL;
CREATE INDEX documents_by_canonical ON documents (canonical) WHERE canonical IS NOT NULL;

CREATE TABLE figures (
    id INTEGER PRIMARY KEY,
    article INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    ref TEXT NOT NULL,                   -- f1
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    text TEXT NOT NULL,
    kind TEXT NOT NULL,
    value TEXT,
    low TEXT,
    high TEXT,
    numerator TEXT,
    denominator TEXT,
    unit TEXT,
    concept TEXT,
    modifier TEXT,
    ulp TEXT,
    interval_low TEXT,
    interval_high TEXT,
    alternatives TEXT,                   -- JSON; null where there are none
    base TEXT,
    period TEXT,
    place TEXT,
    place_successor TEXT,
    rule TEXT NOT NULL,
    topic TEXT                           -- what it counts, where and when, folded; null where one of them is not known
);
CREATE INDEX figures_by_article ON figures (article);
CREATE INDEX figures_by_topic ON figures (topic) WHERE topic IS NOT NULL;
CREATE INDEX figures_by_unit ON figures (unit, place) WHERE unit IS NOT NULL;

CREATE TABLE claims (
    id INTEGER PRIMARY KEY,
    article INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    ref TEXT NOT NULL,                   -- c1
    kind TEXT NOT NULL,
    basis TEXT NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    operands TEXT NOT NULL,              -- JSON: {"part": "f8.numerator", …}
    rule TEXT NOT NULL,
    candidates INTEGER,
    chance TEXT
);
CREATE INDEX claims_by_article ON claims (article);

CREATE TABLE checks (
    id INTEGER PRIMARY KEY REFERENCES claims (id) ON DELETE CASCADE, -- that of its claim
    article INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    claim TEXT NOT NULL,                 -- c1
    verdict TEXT NOT NULL,
    computed_low TEXT,
    computed_high TEXT,
    published_low TEXT,
    published_high TEXT,
    gap TEXT,
    severity TEXT,
    reason TEXT,
    diagnosis TEXT NOT NULL DEFAULT '[]', -- JSON
    message_vi TEXT NOT NULL,
    message_en TEXT NOT NULL
);
CREATE INDEX checks_by_article ON checks (article);
CREATE INDEX checks_by_verdict ON checks (verdict) WHERE verdict NOT IN ('consistent');

CREATE TABLE findings (
    id INTEGER PRIMARY KEY,
    article INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    ref TEXT NOT NULL,                   -- n1
    kind TEXT NOT NULL,
    severity TEXT NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    text TEXT NOT NULL,
    claim TEXT,
    figures TEXT NOT NULL DEFAULT '[]',  -- JSON
    documents TEXT NOT NULL DEFAULT '[]',
    expected TEXT NOT NULL DEFAULT '[]',
    message_vi TEXT NOT NULL,
    message_en TEXT NOT NULL,
    key TEXT NOT NULL                    -- the same after any extraction of the same text; marks go by it
);
CREATE INDEX findings_by_article ON findings (article);
CREATE INDEX findings_by_kind ON findings (kind, severity);
CREATE INDEX findings_by_key ON findings (key);

CREATE TABLE derived (
    id INTEGER PRIMARY KEY,
    article INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    ref TEXT NOT NULL,
    role TEXT NOT NULL,
    figures TEXT NOT NULL,               -- JSON
    unit TEXT,
    low TEXT NOT NULL,
    high TEXT NOT NULL,
    least_integer TEXT,
    greatest_integer TEXT,
    message_vi TEXT NOT NULL,
    message_en TEXT NOT NULL
);
CREATE INDEX derived_by_article ON derived (article);

CREATE TABLE problems (
    id INTEGER PRIMARY KEY,
    article INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    code TEXT NOT NULL,
    start INTEGER,
    "end" INTEGER,
    text TEXT,
    message_vi TEXT NOT NULL,
    message_en TEXT NOT NULL
);
CREATE INDEX problems_by_article ON problems (article);

-- What two articles say that do not fit: a copy that changed a figure, a document with two dates, …
CREATE TABLE cross_findings (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL CHECK (kind IN ('copy_differs', 'document_dates', 'document_types', 'figure_values')),
    severity TEXT NOT NULL CHECK (severity IN ('low', 'high')),
    subject TEXT NOT NULL,               -- the document or the quantity it is about
    article INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE, -- the later of the two
    ref TEXT NOT NULL,
    start INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    quote TEXT NOT NULL,                 -- the sentence around it, as published
    value TEXT NOT NULL,
    other_article INTEGER NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
    other_ref TEXT NOT NULL,
    other_start INTEGER NOT NULL,
    other_end INTEGER NOT NULL,
    other_quote TEXT NOT NULL,
    other_value TEXT NOT NULL,
    message_vi TEXT NOT NULL,
    message_en TEXT NOT NULL,
    key TEXT NOT NULL
);
CREATE INDEX cross_findings_by_article ON cross_findings (article);
CREATE INDEX cross_findings_by_other ON cross_findings (other_article);
CREATE INDEX cross_findings_by_kind ON cross_findings (kind, severity);
CREATE UNIQUE INDEX cross_findings_by_key ON cross_findings (key);
CREATE INDEX cross_findings_by_subject ON cross_findings (subject);

-- What a person decided about a finding. Nothing but a person changes it.
CREATE TABLE marks (
    key TEXT PRIMARY KEY,                -- findings.key or cross_findings.key
    verdict TEXT NOT NULL CHECK (verdict IN ('confirm', 'dismiss')),
    note TEXT NOT NULL DEFAULT '',
    who TEXT NOT NULL DEFAULT '',
    at TEXT NOT NULL                     -- UTC
) WITHOUT ROWID;

CREATE TABLE rejects (
    id INTEGER PRIMARY KEY,
    source TEXT NOT NULL,
    code TEXT NOT NULL,
    message_vi TEXT NOT NULL,
    message_en TEXT NOT NULL,
    digest BLOB NOT NULL UNIQUE,         -- of the input, as in inputs
    run INTEGER NOT NULL REFERENCES runs (id)
);
CREATE INDEX rejects_by_code ON rejects (code);

-- What became of each input, so that none is worked on twice and none is lost.
CREATE TABLE inputs (
    digest BLOB PRIMARY KEY,             -- of its source and content
    outcome TEXT NOT NULL CHECK (outcome IN ('stored', 'duplicate', 'rejected')),
    article INTEGER REFERENCES articles (id), -- stored, or the one it is a duplicate of
    source TEXT,                         -- of a duplicate
    run INTEGER NOT NULL REFERENCES runs (id)
) WITHOUT ROWID;

-- Full text. Letters without marks find those with marks; write d for đ: the index has it so.
CREATE VIEW articles_folded AS
SELECT id,
    replace(replace(title, 'đ', 'd'), 'Đ', 'D') AS title,
    replace(replace(replace(replace(text, 'đ', 'd'), 'Đ', 'D'), 'Ð', 'D'), 'ð', 'd') AS text
FROM articles;
CREATE VIRTUAL TABLE articles_fts USING fts5 (
    title, text, content = 'articles_folded', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2'
);
-- What is new is indexed at the end of its transaction, all at once; row by row it takes five times as long.
-- An index that is not told of a change is damaged by the next deletion; what it does not hold yet it is not told.
CREATE TRIGGER articles_deleted BEFORE DELETE ON articles
WHEN EXISTS (SELECT 1 FROM articles_fts_docsize WHERE id = old.id) BEGIN
    INSERT INTO articles_fts (articles_fts, rowid, title, text)
    SELECT 'delete', id, title, text FROM articles_folded WHERE id = old.id;
END;
CREATE TRIGGER articles_changing BEFORE UPDATE OF title, text ON articles
WHEN EXISTS (SELECT 1 FROM articles_fts_docsize WHERE id = old.id) BEGIN
    INSERT INTO articles_fts (articles_fts, rowid, title, text)
    SELECT 'delete', id, title, text FROM articles_folded WHERE id = old.id;
END;
CREATE TRIGGER articles_changed AFTER UPDATE OF title, text ON articles BEGIN
    INSERT INTO articles_fts (rowid, title, text)
    SELECT id, title, text FROM articles_folded WHERE id = new.id;
END;

CREATE VIEW figures_folded AS
SELECT id,
    replace(replace(replace(replace(concept, 'đ', 'd'), 'Đ', 'D'), 'Ð', 'D'), 'ð', 'd') AS concept,
    replace(replace(unit, 'đ', 'd'), 'Đ', 'D') AS unit
FROM figures;
CREATE VIRTUAL TABLE figures_fts USING fts5 (
    concept, unit, content = 'figures_folded', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2'
);
CREATE TRIGGER figures_deleted BEFORE DELETE ON figures
WHEN EXISTS (SELECT 1 FROM figures_fts_docsize WHERE id = old.id) BEGIN
    INSERT INTO figures_fts (figures_fts, rowid, concept, unit)
    SELECT 'delete', id, concept, unit FROM figures_folded WHERE id = old.id;
END;
CREATE TRIGGER figures_changing BEFORE UPDATE OF concept, unit ON figures
WHEN EXISTS (SELECT 1 FROM figures_fts_docsize WHERE id = old.id) BEGIN
    INSERT INTO figures_fts (figures_fts, rowid, concept, unit)
    SELECT 'delete', id, concept, unit FROM figures_folded WHERE id = old.id;
END;
CREATE TRIGGER figures_changed AFTER UPDATE OF concept, unit ON figures WHEN new.concept IS NOT NULL BEGIN
    INSERT INTO figures_fts (rowid, concept, unit)
    SELECT id, concept, unit FROM figures_folded WHERE id = new.id;
END;

-- The usual questions. A copy of an article says nothing new, so what counts figures counts those of heads.
CREATE VIEW heads AS
SELECT articles.* FROM groups JOIN articles ON articles.id = groups.head;

CREATE VIEW alarms AS
SELECT articles.id AS article, articles.title, articles.published, coalesce(articles.url, articles.source) AS address,
    claims.ref AS claim, claims.kind, checks.severity, checks.gap,
    substr(articles.text, claims.start + 1, claims."end" - claims.start) AS quote,
    checks.message_vi, checks.message_en, articles.group_id,
    articles.id = groups.head AS is_head
FROM checks
JOIN claims ON claims.id = checks.id
JOIN articles ON articles.id = checks.article
JOIN groups ON groups.id = articles.group_id
WHERE checks.verdict = 'inconsistent' AND claims.basis = 'stated';

CREATE VIEW alarms_by_severity AS
SELECT severity, kind, count(*) AS alarms, sum(is_head) AS in_heads
FROM alarms GROUP BY severity, kind ORDER BY severity, alarms DESC;

CREATE VIEW documents_by_number AS
SELECT documents.number_key, min(documents.number) AS number, documents.canonical,
    group_concat(DISTINCT documents.type) AS types, group_concat(DISTINCT documents.date) AS dates,
    group_concat(DISTINCT documents.issuer) AS issuers,
    count(*) AS citations, count(DISTINCT documents.article) AS articles, count(DISTINCT articles.group_id) AS groups
FROM documents JOIN articles ON articles.id = documents.article
WHERE documents.number_key IS NOT NULL
GROUP BY documents.number_key, documents.canonical;

CREATE VIEW figures_once AS
SELECT figures.*, articles.title AS article_title, articles.published
FROM groups
JOIN articles ON articles.id = groups.head
JOIN figures ON figures.article = articles.id;

CREATE VIEW figures_by_unit_and_place AS
SELECT unit, place, kind, count(*) AS figures, count(DISTINCT article) AS articles,
    min(CAST(value AS REAL)) AS least, max(CAST(value AS REAL)) AS greatest
FROM figures_once WHERE unit IS NOT NULL GROUP BY unit, place, kind;

CREATE VIEW findings_to_review AS
SELECT findings.*, articles.title AS article_title, coalesce(articles.url, articles.source) AS address
FROM findings
JOIN articles ON articles.id = findings.article
LEFT JOIN marks ON marks.key = findings.key
WHERE marks.key IS NULL
ORDER BY findings.severity = 'low', findings.article, findings.start;

CREATE VIEW rejects_by_reason AS
SELECT code, count(*) AS inputs, min(source) AS example, min(message_vi) AS message_vi, min(message_en) AS message_en
FROM rejects GROUP BY code ORDER BY inputs DESC;
