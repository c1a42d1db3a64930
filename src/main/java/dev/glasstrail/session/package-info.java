/// From records to break-glass sessions, with the evidence for each join. Pure: no files, no clock.
///
/// [Intake] takes the records of the scans, each once. [Correlator] groups them into sessions,
/// joins the openings, follows chains of roles, names the person and gathers sessions into uses.
/// The result does not depend on the order in which the records came.
///
/// Two facts carry the rules here. The key that a sign-in issued is often not the key that the
/// session uses, so access keys never group records; and a session's creationDate is the second of
/// its opening.
@NullMarked
package dev.glasstrail.session;

import org.jspecify.annotations.NullMarked;
