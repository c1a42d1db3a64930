/// The shapes of CloudTrail records, as a small language for writing made-up ones.
///
/// [Event] is one record in the making; [Identity] holds the forms that `userIdentity` takes; an
/// event that is finished becomes one or more [Delivered] copies, each bound for one log file.
@NullMarked
package dev.glasstrail.demo.cloudtrail;

import org.jspecify.annotations.NullMarked;
