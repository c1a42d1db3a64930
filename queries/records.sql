-- Answers: which records of the trail does the audit need. This is the frame of every statement: it
--   names the columns, the partitions and the hours. The other files of this folder each add one
--   question, and all questions of a scan are asked in one statement.
-- Reads: the partitions of the accounts and regions that the settings and the partition projection
--   of the table name, from the day before the first event to the day after the last, because a
--   partition is named for the day of delivery. A line whose partition column or list is not known
--   is left out.
-- Costs: everything that is stored in these partitions is read once, whatever is asked: on Athena
--   about 5 US dollars per terabyte as stored, 10 MB at the least.
WITH records AS (
    SELECT
        ${eventversion} AS eventversion,
        eventtime,
        eventsource,
        eventname,
        ${eventtype} AS eventtype,
        ${eventcategory} AS eventcategory,
        eventid,
        ${sharedeventid} AS sharedeventid,
        ${requestid} AS requestid,
        awsregion,
        recipientaccountid,
        ${readonly} AS readonly,
        json_format(CAST(useridentity AS JSON)) AS useridentity,
        ${sourceipaddress} AS sourceipaddress,
        ${useragent} AS useragent,
        errorcode,
        errormessage,
        requestparameters,
        responseelements,
        ${additionaleventdata} AS additionaleventdata,
        ${serviceeventdetails} AS serviceeventdetails,
        ${resources} AS resources,
        ${addendum} AS addendum,
        -- For the questions below. Absent is the empty text.
        coalesce(useridentity.type, '') AS identity_type,
        coalesce(useridentity.arn, '') AS identity_arn,
        coalesce(${useridentity.username}, '') AS identity_name,
        coalesce(useridentity.accesskeyid, '') AS identity_key,
        coalesce(useridentity.sessioncontext.sessionissuer.arn, '') AS issuer_arn,
        coalesce(${useridentity.sessioncontext.sessionissuer.username}, '') AS issuer_name
    FROM ${table}
    WHERE ((eventtime >= ${from} AND eventtime < ${to})
            -- What is not spelled as CloudTrail spells a time is judged by the program.
            OR eventtime IS NULL
            OR eventtime NOT LIKE '____-__-__T__:__:__Z')
        AND account IN (${accounts})
        AND region IN (${regions})
        -- The days of delivery, as the table spells them.
        AND ${days}
)
SELECT
    eventversion,
    eventtime,
    eventsource,
    eventname,
    eventtype,
    eventcategory,
    eventid,
    sharedeventid,
    requestid,
    awsregion,
    recipientaccountid,
    readonly,
    useridentity,
    sourceipaddress,
    useragent,
    errorcode,
    errormessage,
    requestparameters,
    responseelements,
    additionaleventdata,
    serviceeventdetails,
    resources,
    addendum
FROM records
WHERE ${questions}
