/// Whether the alarm rang: openings against alert rules, their metrics and the channel.
///
/// Three ports bring what is known: [AlertRules], [RuleMetrics] and [AlertChannel]. None of them is
/// believed alone: metrics are best effort, and a channel can be forged or emptied.
@NullMarked
package dev.glasstrail.alarm;

import org.jspecify.annotations.NullMarked;
