variable "instance" {
  type        = string
  description = "ARN of the instance of Identity Center, as aws sso-admin list-instances says."
}

variable "accounts" {
  type        = set(string)
  default     = []
  description = "The accounts in which the sets are assigned. Without any they are assigned to nobody."
}

variable "group" {
  type        = string
  default     = ""
  description = "Id of the group in Identity Center whose members have devops every day."
}

variable "break_glass_group" {
  type        = string
  default     = ""
  description = "Id of the group whose members may take devops-break-glass."
}
