variable "channel" {
  type        = string
  description = "The channel's id, which Slack shows below the channel's details; no name."

  validation {
    condition     = can(regex("^[CGD][A-Z0-9]{8,20}$", var.channel))
    error_message = "A channel's id is like C0123456789."
  }
}

variable "token_secret" {
  type        = string
  default     = "glasstrail/slack"
  description = "The secret in Secrets Manager whose text is the bot's token, by name or ARN."
}

variable "prefix" {
  type        = string
  default     = "glasstrail"
  description = "What the names of rules, connection, destination and queue begin with."

  validation {
    condition     = can(regex("^[A-Za-z][A-Za-z0-9_.-]{0,30}$", var.prefix))
    error_message = "A prefix has 1 to 31 letters, digits or any of _.- and begins with a letter."
  }
}

variable "operators" {
  type        = string
  default     = ""
  description = "ARN of a topic of SNS that is told when a message could not be delivered. Without one nobody is."
}

variable "rules" {
  type = map(object({
    about    = string
    pattern  = string
    paths    = map(string)
    template = string
  }))
  description = "The rules, as glasstrail setup alarm --terraform prints them."
}
