-- Answers: which records may the pattern of an alert rule match. By the event sources and names
--   that the pattern speaks of. The pattern itself is applied by the program.
-- Reads: the partitions of records.sql.
-- Costs: nothing beyond that scan. Returns exactly the records of these sources and names: many,
--   where a rule speaks of a busy source without naming its events.
eventsource IN (${whole_sources})
OR (eventsource || ' ' || eventname) IN (${source_and_name})
