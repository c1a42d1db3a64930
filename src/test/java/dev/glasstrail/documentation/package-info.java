/// What the documents name exists: files, types, commands, options and profiles.
@NullMarked
package dev.glasstrail.documentation;

import org.jspecify.annotations.NullMarked;
