package dev.glasstrail.setup;

/// What the alarm's template says whatever is watched.
final class AlarmStackText {

    static final String HEAD =
            """
            AWSTemplateFormatVersion: "2010-09-09"
            Description: >-
              The alarm for emergency access: rules of EventBridge that post to a channel of Slack. Printed by
              glasstrail setup alarm. Deploy it once in each account and region.

            # 1. Make an app in Slack with the scope chat:write, invite its bot to the channel, and put the bot's
            #    token into Secrets Manager, in each region in which the stack is deployed:
            #
            #      aws secretsmanager create-secret --name glasstrail/slack --secret-string "$SLACK_BOT_TOKEN"
            #
            # 2. Deploy the stack in every account that holds a watched role, user or root, or from which one can
            #    be taken, in every region in use, and in us-east-1 always: IAM, the global endpoint of STS and
            #    root's sign-ins are recorded there. Likewise in Identity Center's account and region. A StackSet
            #    does it for an organization. A trail must log there, or no event arrives.
            #
            #      aws cloudformation deploy --stack-name glasstrail-alarm --template-file alarm.yaml \\
            #        --capabilities CAPABILITY_IAM --parameter-overrides Channel=C0123456789 --region us-east-1
            #
            # 3. Take a watched role and see the message in the channel: EventBridge takes any answer of Slack's
            #    for success, a refusal too, so that only the message proves the alarm.
            #
            # After changing what is watched, print the template again and deploy it again. After putting another
            # token into the secret, deploy with TokenVersion, the version's id: else the old one stays in use.

            Parameters:
              Channel:
                Type: String
                AllowedPattern: "[CGD][A-Z0-9]{8,20}"
                Description: The channel's id, which Slack shows below the channel's details; no name.
              TokenSecret:
                Type: String
                Default: glasstrail/slack
                AllowedPattern: "[A-Za-z0-9/_+=.@:-]{1,512}"
                Description: The secret in Secrets Manager whose text is the bot's token, by name or ARN.
              TokenVersion:
                Type: String
                Default: ""
                AllowedPattern: "([A-Za-z0-9-]{32,64})?"
                Description: The version of the secret. Without one, the version that is current when the stack is deployed.
              Prefix:
                Type: String
                Default: glasstrail
                AllowedPattern: "[A-Za-z][A-Za-z0-9_.-]{0,30}"
                Description: What the names of rules, connection, destination and queue begin with.
              Operators:
                Type: String
                Default: ""
                AllowedPattern: "(arn:aws[a-z-]*:sns:[a-z0-9-]+:[0-9]{12}:[A-Za-z0-9_-]+)?"
                Description: ARN of a topic of SNS that is told when a message could not be delivered. Without one nobody is.

            Conditions:
              HasOperators: !Not [!Equals [!Ref Operators, ""]]

            Resources:
              Connection:
                Type: AWS::Events::Connection
                Properties:
                  Name: !Sub "${Prefix}-slack"
                  Description: The bot that posts the alarm
                  AuthorizationType: API_KEY
                  AuthParameters:
                    ApiKeyAuthParameters:
                      ApiKeyName: Authorization
                      ApiKeyValue: !Sub "Bearer {{resolve:secretsmanager:${TokenSecret}:SecretString:::${TokenVersion}}}"

              Destination:
                Type: AWS::Events::ApiDestination
                Properties:
                  Name: !Sub "${Prefix}-slack"
                  Description: Posts a message to Slack
                  ConnectionArn: !GetAtt Connection.Arn
                  HttpMethod: POST
                  InvocationEndpoint: https://slack.com/api/chat.postMessage
                  # As many as Slack takes for one channel; more wait.
                  InvocationRateLimitPerSecond: 1

              Invoker:
                Type: AWS::IAM::Role
                Properties:
                  Description: Lets the rules of the alarm call Slack
                  AssumeRolePolicyDocument:
                    Version: "2012-10-17"
                    Statement:
                      - Effect: Allow
                        Action: sts:AssumeRole
                        Principal: { Service: events.amazonaws.com }
                        Condition:
                          StringEquals: { "aws:SourceAccount": !Ref "AWS::AccountId" }
                          ArnLike:
                            "aws:SourceArn": !Sub "arn:${AWS::Partition}:events:${AWS::Region}:${AWS::AccountId}:rule/${Prefix}-*"
                  Policies:
                    - PolicyName: call-slack
                      PolicyDocument:
                        Version: "2012-10-17"
                        Statement:
                          - Effect: Allow
                            Action: events:InvokeApiDestination
                            Resource: !GetAtt Destination.Arn

              DeadLetters:
                Type: AWS::SQS::Queue
                Properties:
                  QueueName: !Sub "${Prefix}-undelivered"
                  # Two weeks, the longest that there is.
                  MessageRetentionPeriod: 1209600
                  SqsManagedSseEnabled: true

              DeadLettersPolicy:
                Type: AWS::SQS::QueuePolicy
                Properties:
                  Queues: [!Ref DeadLetters]
                  PolicyDocument:
                    Version: "2012-10-17"
                    Statement:
                      - Sid: RulesPutWhatWasNotDelivered
                        Effect: Allow
                        Action: sqs:SendMessage
                        Principal: { Service: events.amazonaws.com }
                        Resource: !GetAtt DeadLetters.Arn
                        Condition:
                          ArnLike:
                            "aws:SourceArn": !Sub "arn:${AWS::Partition}:events:${AWS::Region}:${AWS::AccountId}:rule/${Prefix}-*"
                      - Sid: NobodyWithoutTls
                        Effect: Deny
                        Action: sqs:*
                        Principal: "*"
                        Resource: !GetAtt DeadLetters.Arn
                        Condition:
                          Bool: { "aws:SecureTransport": "false" }

              Undelivered:
                Type: AWS::CloudWatch::Alarm
                Condition: HasOperators
                Properties:
                  AlarmName: !Sub "${Prefix}-undelivered"
                  AlarmDescription: A message of the alarm for emergency access could not be delivered to Slack
                  Namespace: AWS/SQS
                  MetricName: ApproximateNumberOfMessagesVisible
                  Dimensions:
                    - Name: QueueName
                      Value: !Sub "${Prefix}-undelivered"
                  Statistic: Maximum
                  Period: 300
                  EvaluationPeriods: 1
                  Threshold: 0
                  ComparisonOperator: GreaterThanThreshold
                  TreatMissingData: notBreaching
                  AlarmActions: [!Ref Operators]

              # One rule for each family of events, so that every path of its message is in every event. They
              # are given every management event, read-only ones too: opening a session is one of those.
            """;

    static final String TAIL =
            """

            Outputs:
              Destination:
                Description: What the rules of the alarm post to
                Value: !GetAtt Destination.Arn
              DeadLetters:
                Description: The queue of messages that could not be delivered
                Value: !Ref DeadLetters
            """;

    private AlarmStackText() {}
}
