-- The conversations that go on, so that services which start meanwhile know whose they are; by DatabaseOngoingTalks.
create table ongoing_talk (
    consultant varchar(60) not null primary key,
    queue varchar(60) not null,
    calls_taken integer not null,
    -- Of the caller's channel.
    channel_id varchar(150) not null,
    linked_id varchar(150) not null,
    caller_number varchar(40) not null,
    language varchar(20) not null,
    digits varchar(40) not null,
    -- UTC epoch milliseconds.
    joined bigint not null,
    waited_milliseconds bigint not null,
    -- UTC epoch milliseconds.
    answered bigint not null,
    -- Whether the consultant is in after-call work: 0 or 1.
    is_over smallint not null
);
