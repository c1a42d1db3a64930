/// What an action means for the one who has to review it.
@NullMarked
package dev.glasstrail.risk;

import org.jspecify.annotations.NullMarked;
