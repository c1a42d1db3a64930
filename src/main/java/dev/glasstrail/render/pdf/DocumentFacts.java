package dev.glasstrail.render.pdf;

import java.time.Instant;

/// What the file says about itself.
///
/// @param identity the same for the same report and for no other
/// @param made printed as the time of making, UTC
record DocumentFacts(String title, String subject, String creator, String identity, Instant made) {}
