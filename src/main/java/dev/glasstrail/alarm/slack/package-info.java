/// Reads the channel that the alarm posts to: live from Slack, or from Slack's export.
@NullMarked
package dev.glasstrail.alarm.slack;

import org.jspecify.annotations.NullMarked;
