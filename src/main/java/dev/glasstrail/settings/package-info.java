/// What a company settles once: which glass is watched, where its logs are, where reports go.
///
/// One tree of records, read from one YAML file. A record says what its values mean; the reader
/// says everything that is wrong with a file at once. Each key is the record's component in kebab
/// case.
@NullMarked
package dev.glasstrail.settings;

import org.jspecify.annotations.NullMarked;
