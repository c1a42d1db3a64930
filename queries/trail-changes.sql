-- Answers: when did CloudTrail itself start, stop or change what it records. That explains holes in
--   the logs.
-- Reads: the partitions of records.sql.
-- Costs: nothing beyond that scan. Returns exactly these records, which are few.
eventsource = 'cloudtrail.amazonaws.com' AND coalesce(lower(readonly), '') <> 'true'
