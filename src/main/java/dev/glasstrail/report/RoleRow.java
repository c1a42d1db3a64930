package dev.glasstrail.report;

import org.jspecify.annotations.Nullable;

/// The identity whose powers a session had.
///
/// @param arn of the role with its path where a record gives it; of the user or root otherwise
/// @param name role or user name without path; `root` for root
/// @param permissionSet of an Identity Center role; null for any other
public record RoleRow(String arn, String name, @Nullable String permissionSet) {}
