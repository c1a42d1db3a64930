/// Reads a trail from files: bytes, candidate records, parsed events, the consumer.
///
/// [LogStore] lists and opens files, [LogBytes] inflates them and checks what gzip promises,
/// [RecordScanner] cuts the JSON into candidates one at a time, `RecordParser` decides what each
/// one is, and [FilesTrailSource] hands on what is wanted. Nothing below the folder is passed over
/// in silence: every file is counted by what it is, and what could not be read whole is named.
@NullMarked
package dev.glasstrail.trail.files;

import org.jspecify.annotations.NullMarked;
