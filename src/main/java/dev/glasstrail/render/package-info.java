/// From the report to files: one package for each format, none of which computes a figure.
@NullMarked
package dev.glasstrail.render;

import org.jspecify.annotations.NullMarked;
