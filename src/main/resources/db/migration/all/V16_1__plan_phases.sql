-- the plan of an onboarding, as the table was when the onboarding began
create table plan_phase (
    reference    varchar(80)  not null references lead,
    phase        integer      not null,
    opens_after  integer,                        -- the phase that is decided before; null: at once
    began_at     timestamp with time zone,
    primary key (reference, phase)
);
create table plan_item (
    reference    varchar(80)  not null,
    phase        integer      not null,
    position     integer      not null,
    what         varchar(1000) not null,
    side         varchar(10)  not null,          -- us, client
    due_after    varchar(40)  not null,          -- ISO 8601, from the beginning of the phase
    kind         varchar(20),                    -- kickoff, or nothing
    promise_id   varchar(36)  references promise, -- once its phase has begun
    primary key (reference, phase, position),
    foreign key (reference, phase) references plan_phase
);

-- the meeting that was agreed for an item
create table promise_meeting (
    promise_id   varchar(36)  primary key references promise,
    uid          varchar(80)  not null references meeting
);
