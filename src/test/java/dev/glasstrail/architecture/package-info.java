/// The walls between packages, and the proof that each of them holds.
///
/// [dev.glasstrail.architecture.Walls] states the rules for a root package. They are checked twice:
/// on the program, where they must find nothing, and on the classes below `planted`, each of which
/// breaks one rule on purpose and must be found.
@NullMarked
package dev.glasstrail.architecture;

import org.jspecify.annotations.NullMarked;
