-- Minutes that count as waited, 0 to 100; whether the caller declined to be recorded, 1 or 0.
alter table callback add column priority integer not null default 0;
-- Of those from before nobody knows whether they declined: none of them is recorded.
alter table callback add column declined integer not null default 1;
