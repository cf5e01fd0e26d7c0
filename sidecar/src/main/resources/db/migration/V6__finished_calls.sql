-- Calls that are over; written by the live ledger, read and written by DatabaseFinishedCalls.
-- Times are UTC epoch seconds, lengths whole seconds unless they say otherwise.
create table finished_call (
    linked_id varchar(150) not null primary key,
    kind varchar(20) not null,
    arrived bigint not null,
    -- Whether the CDR has it as an inbound call: 0 or 1.
    received smallint not null,
    caller_number varchar(80),
    dialled_number varchar(80),
    outcome varchar(20) not null,
    wait_seconds bigint not null,
    -- Of two versions the one with more visits, conversations and offers stays.
    completeness integer not null
);
create index finished_call_arrived on finished_call (arrived, linked_id);

-- One row per stay in a queue.
create table queue_visit (
    linked_id varchar(150) not null,
    place integer not null,
    queue varchar(60) not null,
    joined bigint not null,
    wait_seconds bigint not null,
    outcome varchar(20) not null,
    -- When it was answered or left.
    left_at bigint not null,
    primary key (linked_id, place)
);
create index queue_visit_left on queue_visit (queue, left_at);

-- One row per conversation.
create table conversation (
    linked_id varchar(150) not null,
    place integer not null,
    -- None for a call outwards.
    queue varchar(60),
    consultant varchar(120) not null,
    call_id varchar(150) not null,
    leg_id varchar(150),
    began bigint not null,
    -- None where the log has no end.
    talk_seconds bigint,
    ended_by varchar(20) not null,
    primary key (linked_id, place)
);
create index conversation_began on conversation (began);

-- One row per offer that no consultant took.
create table call_offer (
    linked_id varchar(150) not null,
    place integer not null,
    consultant varchar(120) not null,
    queue varchar(60) not null,
    ended bigint not null,
    ring_milliseconds bigint not null,
    response varchar(20) not null,
    primary key (linked_id, place)
);
