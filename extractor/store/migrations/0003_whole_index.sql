-- What full text holds of figures is all that this view has: figures without a concept were left out of the index alone,
-- so that FTS5's own check ('integrity-check', rank 1) took it for damaged.
DROP VIEW figures_folded;
CREATE VIEW figures_folded AS
SELECT id,
    replace(replace(replace(replace(concept, 'đ', 'd'), 'Đ', 'D'), 'Ð', 'D'), 'ð', 'd') AS concept,
    replace(replace(unit, 'đ', 'd'), 'Đ', 'D') AS unit
FROM figures WHERE concept IS NOT NULL;
