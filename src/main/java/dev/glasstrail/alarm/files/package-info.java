/// The alarm from a folder of what the AWS CLI printed, so that an audit needs no access to AWS.
///
/// `glasstrail setup collect-alarm` prints the script that fills it:
///
/// ```
/// <account>/<region>/collected-at                       when, such as 2026-11-17T05:50:00Z
/// <account>/<region>/list-rules.json                    which rules there are
/// <account>/<region>/get-metric-data-input.json         what was asked of all rules together
/// <account>/<region>/get-metric-data.json               and the answer
/// <account>/<region>/<rule>/describe-rule.json
/// <account>/<region>/<rule>/list-targets-by-rule.json
/// <account>/<region>/<rule>/get-metric-data-input.json  what was asked of the rule's metrics
/// <account>/<region>/<rule>/get-metric-data.json        and the answer
/// ```
///
/// Whatever is missing, damaged or does not belong is named, and the rest is read.
@NullMarked
package dev.glasstrail.alarm.files;

import org.jspecify.annotations.NullMarked;
