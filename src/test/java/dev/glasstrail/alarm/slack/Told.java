package dev.glasstrail.alarm.slack;

import dev.glasstrail.alarm.ChannelMessage;
import dev.glasstrail.alarm.ChannelReading;

/// A reading of a channel as lines.
final class Told {

    private Told() {}

    static String of(ChannelReading reading) {
        StringBuilder told = new StringBuilder();
        ChannelReading.Span span = reading.span();
        told.append(
                span == null
                        ? "nothing is whole\n"
                        : span.from() + " to " + span.to() + " is whole\n");
        for (ChannelMessage message : reading.messages()) {
            told.append(
                    "%s %s %s %s: %s\n"
                            .formatted(
                                    message.id(),
                                    message.at(),
                                    message.isBot() ? "bot" : "person",
                                    message.author(),
                                    message.text().replace("\n", " | ")));
        }
        reading.unread().forEach(one -> told.append("unread: ").append(one.text()).append('\n'));
        return told.toString();
    }
}
