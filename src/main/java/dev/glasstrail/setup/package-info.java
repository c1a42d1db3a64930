/// What has to be deployed in AWS: the table over the trail and the rights to read it, before a
/// first report, and the alarm that rings in between.
///
/// Pure: settings in, text out. Nothing is asked of AWS and nothing is changed there; the person
/// who reads the text applies it.
@NullMarked
package dev.glasstrail.setup;

import org.jspecify.annotations.NullMarked;
