-- Answers: what did the watched identities do. Sessions of a watched role by the role that issued
--   them, watched IAM users and the federated users that they made, root. Sessions that do not name
--   their issuer are all returned: the program tells by their arn.
-- Reads: the partitions of records.sql.
-- Costs: nothing beyond that scan. Returns little more than the records of the watched identities:
--   a name that contains a watched one comes along.
(issuer_arn = ''
    AND (identity_type = 'AssumedRole' OR identity_arn LIKE '%:assumed-role/%'))
OR issuer_arn LIKE ${any watched_roles}
OR (identity_type = 'IAMUser'
    AND (identity_name LIKE ${any watched_users} OR identity_arn LIKE ${any watched_users}))
OR (identity_type = 'FederatedUser'
    AND (issuer_name LIKE ${any watched_users} OR issuer_arn LIKE ${any watched_users}))
OR (identity_type = 'Root' AND ${root_is_watched})
