/// Reads alert rules as EventBridge tells them now, account by account and region by region.
@NullMarked
package dev.glasstrail.alarm.eventbridge;

import org.jspecify.annotations.NullMarked;
