/// The composition root: settings in, a wired run out.
///
/// It alone sees every adapter.
@NullMarked
package dev.glasstrail.app;

import org.jspecify.annotations.NullMarked;
