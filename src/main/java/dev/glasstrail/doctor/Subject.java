package dev.glasstrail.doctor;

/// What a check is about.
///
/// @param id stable, for programs
/// @param what in a few words, for people
record Subject(String id, String what) {}
