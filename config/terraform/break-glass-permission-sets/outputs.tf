output "devops" {
  description = "ARN of the permission set of every day"
  value       = aws_ssoadmin_permission_set.devops.arn
}

output "devops_break_glass" {
  description = "ARN of the permission set of emergencies"
  value       = aws_ssoadmin_permission_set.devops_break_glass.arn
}
