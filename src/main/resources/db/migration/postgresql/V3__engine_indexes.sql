-- The job executor looks for what is due; without this it reads the whole table of jobs each time.
create index baton_job_due on ACT_RU_JOB (DUEDATE_);

-- ... and skips instances that have a job running; few rows are locked at a time, so this index stays small.
create index baton_job_locked on ACT_RU_JOB (PROCESS_INSTANCE_ID_) where LOCK_OWNER_ is not null;
