-- Answers: who changed a resource before a session did. Any record but those that CloudTrail calls
--   read-only, by the name or arn of the resource in its request, its answer or its list of
--   resources.
-- Reads: the partitions of records.sql.
-- Costs: nothing beyond that scan, but more computing: every request and answer of a change is
--   searched for every name. Returns these records and those where the name stands within a longer
--   text. Where there are too many names for one statement, returns every change.
coalesce(lower(readonly), '') <> 'true'
AND (requestparameters LIKE ${any quoted_names}
    OR responseelements LIKE ${any quoted_names}
    OR resources LIKE ${any quoted_names}
    OR requestparameters IN (${names})
    OR responseelements IN (${names})
    OR ${everything})
