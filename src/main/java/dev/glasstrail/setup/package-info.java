/// What has to be deployed in AWS before a first report: the table over the trail, and the rights
/// to read it.
///
/// Pure: settings in, text out. Nothing is asked of AWS and nothing is changed there; the person
/// who reads the text applies it.
@NullMarked
package dev.glasstrail.setup;

import org.jspecify.annotations.NullMarked;
