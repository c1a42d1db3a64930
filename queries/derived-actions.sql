-- Answers: what was done by identities that a watched one opened or made. By the arn of their
--   session or by their access key. Where these are too many for one statement, by the role of the
--   session, and where that does not suffice, by anybody but the AWS services.
-- Reads: the partitions of records.sql.
-- Costs: nothing beyond that scan. Returns exactly these records, or, where there are too many
--   identities, more: at worst most of the trail.
identity_arn IN (${arns})
OR identity_arn LIKE ${any sessions_of_roles}
OR identity_key IN (${access_keys})
OR (${anybody}
    AND (identity_type <> 'AWSService' OR identity_arn <> '' OR identity_key <> ''))
