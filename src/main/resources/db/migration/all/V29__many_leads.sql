-- Managers look at many leads at once: each way to sort and to filter them begins at an index.
create index baton_last_done on baton (last_done_at, reference);
create index baton_holder_since on baton (holder_since, reference);
create index baton_leg on baton (leg, state);
create index lead_source on lead (source);
create index lead_segment on lead (segment);
create index lead_captured_at on lead (captured_at);
create index deal_terms_value on deal_terms (deal_value);
create index deal_terms_close_on on deal_terms (close_on);

-- ... what is late is found by when it was due, and figures by when it began
create index baton_task_due on ACT_RU_TASK (DUE_DATE_);
create index offer_offered_at on offer (offered_at);
create index summary_sent_at on summary (sent_at);
create index promise_due_on on promise (due_on);
