-- Answers: what touched, used or undid the things that a session made. Any record that has the name
--   or arn of such a thing in its request, its answer or its list of resources.
-- Reads: the partitions of records.sql.
-- Costs: nothing beyond that scan, but more computing: every request and answer is searched for
--   every name. Returns these records and those where the name stands within a longer text. Where
--   there are too many names for one statement, returns the whole trail.
requestparameters LIKE ${any quoted_names}
OR responseelements LIKE ${any quoted_names}
OR resources LIKE ${any quoted_names}
OR requestparameters IN (${names})
OR responseelements IN (${names})
OR ${everything}
