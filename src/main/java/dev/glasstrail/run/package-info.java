/// The stages of an audit in order, and how a run can end.
@NullMarked
package dev.glasstrail.run;

import org.jspecify.annotations.NullMarked;
