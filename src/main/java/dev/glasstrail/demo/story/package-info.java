/// What happened in the made-up organisation in the week of the demo: one class per kind of use.
///
/// A [Story] writes its events into a [Script]. [Cast] names the people, roles and users who
/// appear, [Openings] knows how each kind of session begins, and [Stories] lists everything.
@NullMarked
package dev.glasstrail.demo.story;

import org.jspecify.annotations.NullMarked;
