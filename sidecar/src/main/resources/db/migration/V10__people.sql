-- Times are seconds since 1970.
create table account (
  login          varchar(40)  not null primary key,
  name           varchar(80)  not null,
  role           varchar(20)  not null,
  password_hash  varchar(200) not null,
  first_password integer      not null,
  disabled       integer      not null
);
-- A session is known by the hash of its token: who reads this table cannot sign in by it.
create table session (
  session_key varchar(64) not null primary key,
  login       varchar(40) not null references account (login),
  began       bigint      not null,
  last_seen   bigint      not null
);
create index session_login on session (login);
create table failed_sign_in (
  subject varchar(100) not null primary key,
  failed  integer      not null,
  latest  bigint       not null
);
-- Only ever added to.
create table audit (
  id      varchar(32)  not null primary key,
  -- Milliseconds since 1970, so that what was done in one second keeps its order.
  at      bigint       not null,
  who     varchar(60)  not null,
  what    varchar(60)  not null,
  done_to varchar(120) not null,
  detail  varchar(500) not null
);
create index audit_at on audit (at);
