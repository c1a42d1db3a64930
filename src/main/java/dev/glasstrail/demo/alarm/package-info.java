/// The alarm of the made-up organisation: what the AWS CLI and Slack would tell of it.
///
/// Every count and every message follows from the records of the stories: a rule hears what its
/// pattern fits while the records say that it is on. What went wrong on the way is told by [Hitch].
@NullMarked
package dev.glasstrail.demo.alarm;

import org.jspecify.annotations.NullMarked;
