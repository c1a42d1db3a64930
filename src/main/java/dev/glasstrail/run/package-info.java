/// The stages of an audit in order, what a run is asked for and how it can end.
@NullMarked
package dev.glasstrail.run;

import org.jspecify.annotations.NullMarked;
