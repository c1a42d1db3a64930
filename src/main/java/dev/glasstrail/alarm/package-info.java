/// Whether the alarm rang: openings against alert rules, their metrics and the channel.
///
/// No rule is read yet. The stage stands in the flow and says so, because an audit that leaves the
/// question out would be read as an answer to it.
@NullMarked
package dev.glasstrail.alarm;

import org.jspecify.annotations.NullMarked;
