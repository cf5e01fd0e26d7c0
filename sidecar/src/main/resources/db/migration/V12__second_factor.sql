-- Times are seconds since 1970.
drop table failed_sign_in;
-- One row for each attempt that failed, or is being looked at.
create table failed_attempt (
  id      varchar(32) not null primary key,
  -- Empty once that name has signed in: the attempt counts for its address alone.
  name    varchar(80) not null,
  address varchar(80) not null,
  at      bigint      not null
);
create index failed_attempt_name on failed_attempt (name);
create index failed_attempt_address on failed_attempt (address);
-- One row, which whoever enters an attempt holds meanwhile: two at once would not see each other.
create table attempt_turn (
  id integer not null primary key
);
insert into attempt_turn (id) values (1);
create table second_factor (
  login     varchar(40) not null primary key references account (login),
  -- Base32, in the clear: a code can only be checked by whoever knows it.
  secret    varchar(64) not null,
  -- Half minutes since 1970 of the newest code that was used.
  last_step bigint      not null
);
create table recovery_code (
  login     varchar(40) not null references account (login),
  -- SHA-256, hexadecimal.
  code_hash varchar(64) not null,
  primary key (login, code_hash)
);
-- 1 while the password was right and the second factor is still asked for.
alter table session add column awaits_code integer not null default 0;
