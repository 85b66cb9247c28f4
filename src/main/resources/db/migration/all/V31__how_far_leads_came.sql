-- Each leg that a lead has run, and how far it came: the ledger says so as well, but not to whoever counts a year of it.
create table leg_run (
    reference   varchar(80)  not null references lead (reference),
    leg         varchar(40)  not null,
    started_at  timestamp(6) with time zone,     -- null where only its end is on record
    finished_at timestamp(6) with time zone,     -- null while it runs
    seconds     bigint
);
create index leg_run_reference on leg_run (reference, leg);
create index leg_run_finished_at on leg_run (finished_at);

create table lead_progress (
    reference    varchar(80)  not null primary key references lead (reference),
    accepted_at  timestamp(6) with time zone,    -- somebody began to qualify it
    qualified_at timestamp(6) with time zone,    -- it was found worth a deal
    won_at       timestamp(6) with time zone
);

insert into leg_run (reference, leg, started_at)
select e.reference, e.leg, e.happened_at from ledger e join lead l on l.reference = e.reference
where e.type = 'leg.started' and e.leg is not null;

update leg_run set finished_at = (
    select min(e.happened_at) from ledger e
    where e.reference = leg_run.reference and e.type = 'leg.finished' and e.leg = leg_run.leg
      and e.happened_at >= leg_run.started_at);

update leg_run set seconds = extract(epoch from (finished_at - started_at)) where finished_at is not null;

insert into lead_progress (reference, accepted_at, qualified_at)
select reference, min(case when leg = 'qualification' then started_at end), min(case when leg = 'deal' then started_at end)
from leg_run group by reference;

update lead_progress set won_at = (
    select min(e.happened_at) from ledger e
    where e.reference = lead_progress.reference and e.type = 'leg.finished' and e.leg = 'deal'
      and e.detail like '%"outcome":"won"%');
