-- Times are seconds since 1970.
create table callback (
  linked_id   varchar(80) not null primary key,
  queue       varchar(60) not null,
  language    varchar(2)  not null,
  number      varchar(16) not null,
  joined      bigint      not null,
  asked       bigint      not null,
  expires     bigint      not null,
  state       varchar(10) not null,
  attempts    integer     not null,
  last_result varchar(10),
  consultant  varchar(80),
  taken       bigint,
  not_before  bigint      not null
);
-- One number waits once, however often and from how many boxes it is asked for.
create unique index callback_open on callback (number) where state in ('OPEN', 'TAKEN');
create index callback_asked on callback (asked);
