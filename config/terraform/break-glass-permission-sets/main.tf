# Two permission sets of Identity Center: devops looks at databases and changes none; devops-break-glass
# creates, changes and deletes them, for an hour. The same as config/aws/break-glass-permission-sets.yaml.
# Apply it once, in Identity Center's account and region.
#
# The pattern *-break-glass in glass.roles watches the second set, in Identity Center's own records and as
# the role that it becomes in each account.

terraform {
  required_version = ">= 1.3"
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 5.39"
    }
  }
}

locals {
  # No Get* of Redshift: among them are calls that hand out passwords.
  look = {
    Sid      = "LookAtDatabases"
    Effect   = "Allow"
    Resource = "*"
    Action = [
      "rds:Describe*",
      "rds:List*",
      "dynamodb:Describe*",
      "dynamodb:List*",
      "dax:Describe*",
      "dax:List*",
      "elasticache:Describe*",
      "elasticache:List*",
      "memorydb:Describe*",
      "memorydb:List*",
      "redshift:Describe*",
      "redshift:List*",
      "redshift-serverless:List*",
      "cloudwatch:GetMetricData",
      "cloudwatch:ListMetrics",
    ]
  }

  change = {
    Sid      = "CreateChangeAndDeleteDatabases"
    Effect   = "Allow"
    Resource = "*"
    Action = [
      "rds:Add*",
      "rds:Copy*",
      "rds:Create*",
      "rds:Delete*",
      "rds:Failover*",
      "rds:Modify*",
      "rds:Promote*",
      "rds:Reboot*",
      "rds:Remove*",
      "rds:Restore*",
      "rds:Start*",
      "rds:Stop*",
      "dynamodb:Create*",
      "dynamodb:Delete*",
      "dynamodb:PutItem",
      "dynamodb:Restore*",
      "dynamodb:TagResource",
      "dynamodb:UntagResource",
      "dynamodb:Update*",
      "dax:Create*",
      "dax:Delete*",
      "dax:Reboot*",
      "dax:Update*",
      "elasticache:Copy*",
      "elasticache:Create*",
      "elasticache:Decrease*",
      "elasticache:Delete*",
      "elasticache:Increase*",
      "elasticache:Modify*",
      "elasticache:Reboot*",
      "elasticache:TestFailover",
      "memorydb:Copy*",
      "memorydb:Create*",
      "memorydb:Delete*",
      "memorydb:FailoverShard",
      "memorydb:Update*",
      "redshift:Copy*",
      "redshift:CreateCluster",
      "redshift:CreateClusterSnapshot",
      "redshift:Delete*",
      "redshift:Modify*",
      "redshift:Pause*",
      "redshift:Reboot*",
      "redshift:Resize*",
      "redshift:Restore*",
      "redshift:Resume*",
    ]
  }

  # Whatever is added above: a session cannot silence its own alarm.
  guard = {
    Sid      = "TouchNeitherAlarmNorTrail"
    Effect   = "Deny"
    Resource = "*"
    Action = [
      "events:Deauthorize*",
      "events:Delete*",
      "events:Disable*",
      "events:Put*",
      "events:Remove*",
      "events:Update*",
      "cloudtrail:Delete*",
      "cloudtrail:Put*",
      "cloudtrail:Stop*",
      "cloudtrail:Update*",
    ]
  }
}

resource "aws_ssoadmin_permission_set" "devops" {
  instance_arn     = var.instance
  name             = "devops"
  description      = "Looks at databases, changes none and reads no data"
  session_duration = "PT8H"
}

resource "aws_ssoadmin_permission_set_inline_policy" "devops" {
  instance_arn       = var.instance
  permission_set_arn = aws_ssoadmin_permission_set.devops.arn
  inline_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [local.look]
  })
}

resource "aws_ssoadmin_permission_set" "devops_break_glass" {
  instance_arn = var.instance
  name         = "devops-break-glass"
  description  = "Creates, changes and deletes databases; every use rings, is reported and has to be explained"
  # The shortest that Identity Center has.
  session_duration = "PT1H"
}

resource "aws_ssoadmin_permission_set_inline_policy" "devops_break_glass" {
  instance_arn       = var.instance
  permission_set_arn = aws_ssoadmin_permission_set.devops_break_glass.arn
  inline_policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [local.look, local.change, local.guard]
  })
}

resource "aws_ssoadmin_account_assignment" "devops" {
  for_each = var.group == "" ? toset([]) : var.accounts

  instance_arn       = var.instance
  permission_set_arn = aws_ssoadmin_permission_set.devops.arn
  principal_type     = "GROUP"
  principal_id       = var.group
  target_type        = "AWS_ACCOUNT"
  target_id          = each.value
}

resource "aws_ssoadmin_account_assignment" "devops_break_glass" {
  for_each = var.break_glass_group == "" ? toset([]) : var.accounts

  instance_arn       = var.instance
  permission_set_arn = aws_ssoadmin_permission_set.devops_break_glass.arn
  principal_type     = "GROUP"
  principal_id       = var.break_glass_group
  target_type        = "AWS_ACCOUNT"
  target_id          = each.value
}
