/// Reads the metrics of alert rules from CloudWatch, account by account and region by region.
@NullMarked
package dev.glasstrail.alarm.cloudwatch;

import org.jspecify.annotations.NullMarked;
