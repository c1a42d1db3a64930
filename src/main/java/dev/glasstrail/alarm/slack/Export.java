package dev.glasstrail.alarm.slack;

import dev.glasstrail.alarm.AlertChannel;
import dev.glasstrail.alarm.ChannelMessage;
import dev.glasstrail.alarm.ChannelReading;
import dev.glasstrail.alarm.Unread;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A channel as Slack exported it.
///
/// A day without a file, between days that have one, is a day without a message. Slack does not say
/// in which zone its days are, so that a day of leeway is read on both sides.
final class Export implements AlertChannel {

    private final AlertPosts posts;
    private final ExportFolder folder;

    Export(AlertPosts posts, Path folder) {
        this.posts = posts;
        this.folder = new ExportFolder(folder);
    }

    @Override
    public ChannelReading read(Instant from, Instant to) {
        try {
            Pass pass = new Pass(folder.channel(posts.channel()), from, to);
            pass.read();
            return pass.reading();
        } catch (UnreadException failure) {
            return new ChannelReading(
                    null, List.of(), List.of(Unread.of(Unread.NOWHERE, failure.reason())));
        }
    }

    /// One time through the files of the channel.
    private final class Pass {

        private final ExportFolder.Channel channel;
        private final Instant from;
        private final Instant to;
        private final LocalDate firstRead;
        private final LocalDate lastRead;
        private final List<ChannelMessage> messages = new ArrayList<>();
        private final List<Unread> unread = new ArrayList<>();
        private Instant earliest = Instant.MAX;
        private Instant latest = Instant.MIN;
        private boolean isUtc = true;

        Pass(ExportFolder.Channel channel, Instant from, Instant to) {
            this.channel = channel;
            this.from = from;
            this.to = to;
            this.firstRead = dayOf(from).minusDays(1);
            this.lastRead = dayOf(to).plusDays(1);
        }

        void read() {
            for (LocalDate day : channel.days()) {
                if (!day.isBefore(firstRead) && !day.isAfter(lastRead)) {
                    read(day);
                }
            }
        }

        private void read(LocalDate day) {
            Path file = channel.file(day);
            try {
                DayFile.read(file, posts.bot(), message -> take(day, message));
            } catch (IOException failure) {
                unread.add(
                        Unread.of(
                                Unread.NOWHERE,
                                "the export's file %s is damaged (%s); export the channel again"
                                        .formatted(channel.nameOf(day), DayFile.reason(failure))));
            }
        }

        private void take(LocalDate day, ChannelMessage message) {
            Instant at = message.at();
            earliest = at.isBefore(earliest) ? at : earliest;
            latest = at.isAfter(latest) ? at : latest;
            isUtc = isUtc && dayOf(at).equals(day);
            if (!at.isBefore(from) && at.isBefore(to)) {
                messages.add(message);
            }
        }

        ChannelReading reading() {
            return new ChannelReading(span(), messages, unread);
        }

        /// Nothing, where a file that was read is damaged.
        private ChannelReading.@Nullable Span span() {
            LocalDate first = channel.days().getFirst();
            LocalDate last = channel.days().getLast();
            if (!unread.isEmpty() || first.isAfter(lastRead) || last.isBefore(firstRead)) {
                return null;
            }
            Instant start = first.isBefore(firstRead) ? from : later(from, start(first));
            Instant end = last.isAfter(lastRead) ? to : earlier(to, end(last));
            return start.isBefore(end) ? new ChannelReading.Span(start, end) : null;
        }

        private Instant start(LocalDate first) {
            return isUtc ? first.atStartOfDay().toInstant(ZoneOffset.UTC) : earliest;
        }

        /// The last day is whole if the export goes on in another channel. Else it may have been
        /// made on that day, and tells nothing of what came after its last message.
        private Instant end(LocalDate last) {
            if (isUtc && folder.goesOnAfter(last)) {
                return last.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC);
            }
            return latest.equals(Instant.MIN) ? latest : latest.plusNanos(1);
        }
    }

    private static LocalDate dayOf(Instant time) {
        return LocalDate.ofInstant(time, ZoneOffset.UTC);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
