/// Everyday machines: functions, instances, pipelines and AWS services talking to each other.
///
/// [Noise] decides how many records each log file gets and fills one file at a time, each from its
/// own seed. So millions of records need no more memory than one file, and no file depends on
/// another.
@NullMarked
package dev.glasstrail.demo.noise;

import org.jspecify.annotations.NullMarked;
