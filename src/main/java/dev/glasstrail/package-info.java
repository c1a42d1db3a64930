/// The entry point. Everything else lives in the packages below.
@NullMarked
package dev.glasstrail;

import org.jspecify.annotations.NullMarked;
