-- Answers: who was given credentials or signed in, granted or refused. All that no AWS service
--   asked for, so that every chain is known after one scan. What services asked for only where a
--   watched role is named in the request, in the resources or in the message of a refusal, one of
--   which is all that a refused call or the copy of the role owner may have. With them the records
--   of Identity Center that say who went where, in their old and their new shape.
-- Reads: the partitions of records.sql.
-- Costs: nothing beyond that scan. Returns every sign-in and nearly every AssumeRole of people and
--   workloads: some per cent of a trail.
(eventsource IN ('signin.amazonaws.com', 'sso.amazonaws.com')
    AND eventname IN (
        'AuthorizeOAuth2Access',
        'ConsoleLogin',
        'CreateOAuth2Token',
        'CredentialChallenge',
        'CredentialVerification',
        'Federate',
        'GetRoleCredentials',
        'GetSigninToken',
        'SwitchRole',
        'UserAuthentication'))
OR (eventsource = 'sts.amazonaws.com'
    AND eventname IN (
        'AssumeRole',
        'AssumeRoleWithSAML',
        'AssumeRoleWithWebIdentity',
        'AssumeRoot',
        'GetFederationToken',
        'GetSessionToken')
    AND (identity_type <> 'AWSService'
        OR identity_arn LIKE '%:assumed-role/%'
        OR requestparameters LIKE ${any watched_roles}
        OR resources LIKE ${any watched_roles}
        OR errormessage LIKE ${any watched_roles}))
