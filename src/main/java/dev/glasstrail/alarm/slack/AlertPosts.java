package dev.glasstrail.alarm.slack;

/// Where the alarm posts, and as whom.
///
/// An app that posts in the name of a person leaves its bot's id in the message too. Naming the bot
/// is what tells its posts from those.
///
/// @param channel its id, such as `C0123456789`; for an export its name will do
/// @param bot the id of the bot that posts, such as `B0123456789`, or of its user, such as
///   `U0123456789`; `""` lets every bot's posts count
public record AlertPosts(String channel, String bot) {

    public AlertPosts {
        if (channel.isBlank()) {
            throw new IllegalArgumentException(
                    "no channel is named; give its id, such as C0123456789");
        }
    }
}
