-- Whether a text is in service already is asked before a briefing is added by hand. As an index may
-- hold no whole texts, it has how each begins, and how long it is.
CREATE INDEX briefings_text ON briefings (substr(text, 1, 64), length(text)) WHERE valid_to IS NULL;
