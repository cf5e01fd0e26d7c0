-- Cases; written and read by DatabaseCases. Times are milliseconds since 1970.
create table client_case (
    number varchar(12) not null primary key,
    version bigint not null,
    opened bigint not null,
    opened_by varchar(40) not null,
    changed bigint not null,
    -- By whoever opened it, so that opening once more opens nothing.
    sender_key varchar(200) not null unique,
    caller_number varchar(80) not null,
    -- The same without what may be left out of it.
    caller_key varchar(40) not null,
    name varchar(120) not null,
    email varchar(254) not null,
    category varchar(40) not null,
    outcome varchar(40) not null,
    notes text not null,
    assignee varchar(40) not null,
    -- ISO day, so that an earlier one is a smaller text; empty for none.
    follow_up varchar(10) not null,
    state varchar(10) not null
);
create index client_case_changed on client_case (changed, number);
create index client_case_state on client_case (state, changed, number);
create index client_case_assignee on client_case (assignee, state, changed, number);
create index client_case_follow_up on client_case (state, follow_up, number);
create index client_case_caller on client_case (caller_key, state, changed);

-- The latest serial number of each year.
create table case_serial (
    year integer not null primary key,
    latest integer not null
);

-- Which case a contact is about.
create table case_contact (
    channel varchar(10) not null,
    -- Of a call, its linked id.
    reference varchar(150) not null,
    case_number varchar(12) not null references client_case (number),
    joined bigint not null,
    who varchar(40) not null,
    primary key (channel, reference)
);
create index case_contact_case on case_contact (case_number, joined);

create table case_change (
    id varchar(32) not null primary key,
    case_number varchar(12) not null references client_case (number),
    at bigint not null,
    who varchar(40) not null,
    what varchar(20) not null,
    was text not null,
    became text not null
);
create index case_change_case on case_change (case_number, at);

-- Words by which cases are found, small letters of ASCII and digits; the same on every database, whatever its collation.
create table case_word (
    word varchar(40) not null,
    case_number varchar(12) not null references client_case (number),
    primary key (word, case_number)
);
create index case_word_case on case_word (case_number, word);
