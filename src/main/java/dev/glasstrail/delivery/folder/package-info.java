/// Delivery into a folder: `<out>/<job>/<label>/r1/`, moved there whole.
@NullMarked
package dev.glasstrail.delivery.folder;

import org.jspecify.annotations.NullMarked;
