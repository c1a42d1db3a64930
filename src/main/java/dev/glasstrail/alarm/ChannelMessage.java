package dev.glasstrail.alarm;

import java.time.Instant;

/// A message of the channel that the alarm posts to.
///
/// @param id what the channel calls it, such as Slack's `ts`
/// @param at when it was posted, UTC
/// @param author who posted it: a bot's id, or a person's
/// @param isBot whether a bot posted it; what a person posts proves nothing
/// @param text everything that can be read in it: text, blocks, attachments and metadata, joined by
///   line feeds, as they were written
public record ChannelMessage(String id, Instant at, String author, boolean isBot, String text) {}
