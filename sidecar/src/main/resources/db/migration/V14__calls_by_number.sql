create index finished_call_number on finished_call (caller_number, arrived);
