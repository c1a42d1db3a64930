# The alarm for emergency access: rules of EventBridge that post to a channel of Slack. The same as
# config/aws/alarm.yaml, whose head says what has to be done in Slack first and where the alarm belongs: in
# every account and region in use, and in us-east-1 always. This is one of them; call it as a module for each.
#
#   glasstrail setup alarm --terraform > rules.auto.tfvars.json    # the rules for your settings
#   terraform apply -var channel=C0123456789
#
# The state holds the bot's token: keep it as secret as the token.

terraform {
  required_version = ">= 1.3"
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 5.39"
    }
  }
}

data "aws_caller_identity" "current" {}

data "aws_partition" "current" {}

data "aws_region" "current" {}

data "aws_secretsmanager_secret_version" "token" {
  secret_id = var.token_secret
}

locals {
  # Every rule of this alarm, and no other.
  rule_arns = join(":", [
    "arn",
    data.aws_partition.current.partition,
    "events",
    data.aws_region.current.name,
    data.aws_caller_identity.current.account_id,
    "rule/${var.prefix}-*",
  ])
}

resource "aws_cloudwatch_event_connection" "slack" {
  name               = "${var.prefix}-slack"
  description        = "The bot that posts the alarm"
  authorization_type = "API_KEY"

  auth_parameters {
    api_key {
      key   = "Authorization"
      value = "Bearer ${data.aws_secretsmanager_secret_version.token.secret_string}"
    }
  }
}

resource "aws_cloudwatch_event_api_destination" "slack" {
  name                = "${var.prefix}-slack"
  description         = "Posts a message to Slack"
  connection_arn      = aws_cloudwatch_event_connection.slack.arn
  http_method         = "POST"
  invocation_endpoint = "https://slack.com/api/chat.postMessage"
  # As many as Slack takes for one channel; more wait.
  invocation_rate_limit_per_second = 1
}

resource "aws_iam_role" "invoker" {
  description = "Lets the rules of the alarm call Slack"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Action    = "sts:AssumeRole"
      Principal = { Service = "events.amazonaws.com" }
      Condition = {
        StringEquals = { "aws:SourceAccount" = data.aws_caller_identity.current.account_id }
        ArnLike      = { "aws:SourceArn" = local.rule_arns }
      }
    }]
  })
}

resource "aws_iam_role_policy" "invoker" {
  name = "call-slack"
  role = aws_iam_role.invoker.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect   = "Allow"
      Action   = "events:InvokeApiDestination"
      Resource = aws_cloudwatch_event_api_destination.slack.arn
    }]
  })
}

resource "aws_sqs_queue" "dead_letters" {
  name = "${var.prefix}-undelivered"
  # Two weeks, the longest that there is.
  message_retention_seconds = 1209600
  sqs_managed_sse_enabled   = true
}

resource "aws_sqs_queue_policy" "dead_letters" {
  queue_url = aws_sqs_queue.dead_letters.id
  policy = jsonencode({
    Version = "2012-10-17"
    Statement = [
      {
        Sid       = "RulesPutWhatWasNotDelivered"
        Effect    = "Allow"
        Action    = "sqs:SendMessage"
        Principal = { Service = "events.amazonaws.com" }
        Resource  = aws_sqs_queue.dead_letters.arn
        Condition = { ArnLike = { "aws:SourceArn" = local.rule_arns } }
      },
      {
        Sid       = "NobodyWithoutTls"
        Effect    = "Deny"
        Action    = "sqs:*"
        Principal = "*"
        Resource  = aws_sqs_queue.dead_letters.arn
        Condition = { Bool = { "aws:SecureTransport" = "false" } }
      },
    ]
  })
}

resource "aws_cloudwatch_metric_alarm" "undelivered" {
  count = var.operators == "" ? 0 : 1

  alarm_name          = "${var.prefix}-undelivered"
  alarm_description   = "A message of the alarm for emergency access could not be delivered to Slack"
  namespace           = "AWS/SQS"
  metric_name         = "ApproximateNumberOfMessagesVisible"
  dimensions          = { QueueName = aws_sqs_queue.dead_letters.name }
  statistic           = "Maximum"
  period              = 300
  evaluation_periods  = 1
  threshold           = 0
  comparison_operator = "GreaterThanThreshold"
  treat_missing_data  = "notBreaching"
  alarm_actions       = [var.operators]
}

resource "aws_cloudwatch_event_rule" "rule" {
  for_each = var.rules

  name          = "${var.prefix}-${each.key}"
  description   = each.value.about
  event_pattern = replace(each.value.pattern, "$${Prefix}", var.prefix)
  # Every management event, read-only ones too: opening a session is one of those.
  state = "ENABLED_WITH_ALL_CLOUDTRAIL_MANAGEMENT_EVENTS"
}

resource "aws_cloudwatch_event_target" "slack" {
  for_each = var.rules

  rule      = aws_cloudwatch_event_rule.rule[each.key].name
  target_id = "slack"
  arn       = aws_cloudwatch_event_api_destination.slack.arn
  role_arn  = aws_iam_role.invoker.arn

  dead_letter_config {
    arn = aws_sqs_queue.dead_letters.arn
  }

  retry_policy {
    maximum_event_age_in_seconds = 86400
    maximum_retry_attempts       = 185
  }

  input_transformer {
    input_paths    = each.value.paths
    input_template = replace(each.value.template, "$${Channel}", var.channel)
  }
}
