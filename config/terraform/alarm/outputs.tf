output "destination" {
  description = "What the rules of the alarm post to"
  value       = aws_cloudwatch_event_api_destination.slack.arn
}

output "dead_letters" {
  description = "The queue of messages that could not be delivered"
  value       = aws_sqs_queue.dead_letters.id
}
