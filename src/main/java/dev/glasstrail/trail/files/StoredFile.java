package dev.glasstrail.trail.files;

/// A file of a [LogStore].
///
/// @param name relative to the store, parts joined by `/`
/// @param size bytes as stored, when it was listed
/// @param version what the store calls its content, so that another content is noticed; `""` where
///   the store has no name for it
/// @param storageClass where the store keeps it, such as `GLACIER`; `""` where there is one place
record StoredFile(String name, long size, String version, String storageClass) {

    StoredFile(String name, long size) {
        this(name, size, "", "");
    }

    /// Whether the store may have to be asked to bring it back before it can be read.
    boolean isArchived() {
        return storageClass.equals("GLACIER") || storageClass.equals("DEEP_ARCHIVE");
    }
}
