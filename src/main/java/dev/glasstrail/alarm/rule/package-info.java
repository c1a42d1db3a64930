/// Event patterns, by the library that EventBridge itself matches with.
@NullMarked
package dev.glasstrail.alarm.rule;

import org.jspecify.annotations.NullMarked;
