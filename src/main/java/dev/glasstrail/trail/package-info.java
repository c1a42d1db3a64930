/// CloudTrail records as facts, and the port through which they come.
///
/// A [TrailSource] reads a stretch of time and hands on what a stage [Need]s; which record belongs
/// to which session is decided elsewhere, by one piece of code for every source. In this package an
/// absent text is `""`, because CloudTrail itself writes an absent and an empty member for the same
/// thing.
@NullMarked
package dev.glasstrail.trail;

import org.jspecify.annotations.NullMarked;
