package dev.glasstrail.alarm.slack;

import dev.glasstrail.alarm.AlertChannel;
import dev.glasstrail.alarm.ChannelReading;
import dev.glasstrail.aws.Sleeper;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.function.Supplier;

/// A channel of Slack.
///
/// Texts are told as Slack gives them, with `&`, `<` and `>` in its escapes. A message that was
/// edited is told as it is now.
public final class SlackChannel implements AlertChannel {

    private final AlertChannel source;

    private SlackChannel(AlertChannel source) {
        this.source = source;
    }

    /// The channel as Slack tells it now. Replies in threads are not among what it tells of a
    /// channel, and are not looked at.
    ///
    /// @param token of a bot in the channel, with the scope `channels:history`, or `groups:history`
    ///   for a private one; asked for when the channel is read, and shown nowhere
    /// @param endpoint another address of Slack's methods, such as `https://slack-gov.com/api/`;
    ///   `""` for Slack's own
    /// @param clock tells how far the messages can go
    /// @param sleeper waits as long as Slack says
    public static SlackChannel live(
            AlertPosts posts,
            Supplier<String> token,
            String endpoint,
            Clock clock,
            Sleeper sleeper) {
        return new SlackChannel(new History(posts, token, endpoint, clock, sleeper));
    }

    /// The channel as Slack exported it, replies in threads too.
    ///
    /// @param folder holds a folder for each channel, with a file for each day that has messages
    public static SlackChannel ofExport(AlertPosts posts, Path folder) {
        return new SlackChannel(new Export(posts, folder));
    }

    @Override
    public ChannelReading read(Instant from, Instant to) throws InterruptedException {
        return source.read(from, to);
    }
}
