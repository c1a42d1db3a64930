package dev.glasstrail.doctor;

/// One thing that was checked.
///
/// @param id stable, such as `workgroup`, or `reader/111122223333` where there are several
/// @param what the thing in a few words
/// @param state how it came out
public record Check(String id, String what, State state) {}
