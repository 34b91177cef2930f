CREATE TABLE IF NOT EXISTS feedback (
  key TEXT PRIMARY KEY,
  day TEXT NOT NULL,
  question TEXT NOT NULL,
  earlier TEXT NOT NULL,       -- JSON list of questions
  searched_for TEXT NOT NULL,
  status TEXT NOT NULL,
  documents TEXT NOT NULL,     -- JSON list of document ids
  helpful INTEGER NOT NULL,
  comment TEXT NOT NULL
);
