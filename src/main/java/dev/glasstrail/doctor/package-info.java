/// Whether what the settings name is there and can be used, one check for each thing.
///
/// Everything is asked with calls that read, cost nothing worth speaking of and change nothing. A
/// check that fails stops no other; one that cannot be made says why. AWS's SDK is used here, and
/// not only in `aws`, because each check is the judgement of one answer: between the call and the
/// sentence about it nothing would be left for a port to hide.
@NullMarked
package dev.glasstrail.doctor;

import org.jspecify.annotations.NullMarked;
