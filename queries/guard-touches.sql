-- Answers: who changed what watches the glass, or tried to. Trails, alert rules with their targets
--   and connections, buckets that could hold logs.
-- Reads: the partitions of records.sql.
-- Costs: nothing beyond that scan. Returns exactly these records, which are few.
(eventsource = 'cloudtrail.amazonaws.com'
    AND eventname IN (
        'CreateTrail',
        'DeleteEventDataStore',
        'DeleteTrail',
        'PutEventSelectors',
        'PutInsightSelectors',
        'StartLogging',
        'StopEventDataStoreIngestion',
        'StopLogging',
        'UpdateTrail'))
OR (eventsource = 'events.amazonaws.com'
    AND eventname IN (
        'DeauthorizeConnection',
        'DeleteApiDestination',
        'DeleteConnection',
        'DeleteRule',
        'DisableRule',
        'EnableRule',
        'PutRule',
        'PutTargets',
        'RemoveTargets',
        'StartReplay',
        'UpdateApiDestination',
        'UpdateConnection'))
OR (eventsource = 's3.amazonaws.com'
    AND eventname IN (
        'DeleteBucket',
        'DeleteBucketPolicy',
        'PutBucketLifecycle',
        'PutBucketLifecycleConfiguration',
        'PutBucketObjectLockConfiguration',
        'PutBucketPolicy',
        'PutBucketVersioning'))
