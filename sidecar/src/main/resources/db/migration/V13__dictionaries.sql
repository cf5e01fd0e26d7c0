create table dictionary (
  kind    varchar(20) not null,
  code    varchar(40) not null,
  polish  varchar(80) not null,
  english varchar(80) not null,
  retired integer     not null,
  primary key (kind, code)
);
insert into dictionary (kind, code, polish, english, retired) values
  ('break', 'rest', 'Przerwa', 'Break', 0),
  ('break', 'meal', 'Posiłek', 'Meal', 0),
  ('break', 'training', 'Szkolenie', 'Training', 0),
  ('break', 'meeting', 'Spotkanie', 'Meeting', 0),
  ('break', 'other-work', 'Inna praca', 'Other work', 0),
  ('category', 'question', 'Pytanie o usługę', 'Question about the service', 0),
  ('category', 'technical', 'Problem techniczny', 'Technical problem', 0),
  ('category', 'documents', 'Dokumenty i wniosek', 'Documents and application', 0),
  ('category', 'complaint', 'Skarga', 'Complaint', 0),
  ('category', 'other', 'Inne', 'Other', 0),
  ('outcome', 'solved', 'Załatwione', 'Solved', 0),
  ('outcome', 'follow-up', 'Wymaga dalszej pracy', 'Needs further work', 0),
  ('outcome', 'passed-on', 'Przekazane dalej', 'Passed on', 0),
  ('outcome', 'no-contact', 'Brak kontaktu', 'No contact', 0),
  ('outcome', 'mistaken', 'Pomyłka', 'Wrong number', 0);
