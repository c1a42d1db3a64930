package dev.glasstrail.report;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Whether the alarm rang, and what is known about the rules that make it.
///
/// @param text one sentence for people
/// @param totals openings by verdict
/// @param rules ascending by account, region and name
/// @param openings every opening in the window, granted or refused, by time, then event id
/// @param overTime the window by day, or by ISO week where it is longer than 31 days; in UTC
/// @param channel what was read of the channel
/// @param proven whether the alarm can be taken to work, by an opening or a drill
/// @param assurance how it was last proven, one sentence
/// @param unread what could not be read of rules, metrics and channel
/// @param limits what this check cannot tell apart, one sentence each
public record AlarmSection(
        CheckState state,
        String text,
        AlarmTotals totals,
        List<RuleRow> rules,
        List<AlarmOpening> openings,
        List<AlarmPeriod> overTime,
        ChannelRow channel,
        boolean proven,
        String assurance,
        List<UnreadRow> unread,
        List<String> limits) {

    public AlarmSection {
        rules = List.copyOf(rules);
        openings = List.copyOf(openings);
        overTime = List.copyOf(overTime);
        unread = List.copyOf(unread);
        limits = List.copyOf(limits);
    }

    /// The section of a report for which no alarm was looked at.
    public static AlarmSection notChecked(String why) {
        return new AlarmSection(
                CheckState.NOT_CHECKED,
                why,
                new AlarmTotals(0, 0, 0, 0, 0, 0),
                List.of(),
                List.of(),
                List.of(),
                new ChannelRow(false, 0, List.of(), List.of(), List.of()),
                false,
                "Whether the alarm works was not looked at.",
                List.of(),
                List.of());
    }

    /// Openings by the verdict on each.
    public record AlarmTotals(
            int openings, int rang, int late, int silent, int unprovable, int notCovered) {}

    /// One alert rule in one account and region, its metrics beside what the log expects.
    ///
    /// @param state as EventBridge told it; `ABSENT` for a rule that the trail alone tells of
    /// @param targets ARNs of what it calls
    /// @param expected records of the window that it should have matched
    /// @param matched null where nothing can be said, which is no zero; so are the next three
    /// @param comparison `agrees`, `differs` or `notComparable`
    /// @param why why they cannot be compared, one clause each; empty where they can
    /// @param uncounted event ids of records without a count, by time
    /// @param contended records that contend for fewer counts
    /// @param surplus counts without a record, by time
    /// @param changes made to the rule in the window, by time
    public record RuleRow(
            String name,
            String account,
            String region,
            String state,
            List<String> targets,
            long expected,
            @Nullable Long matched,
            @Nullable Long invocations,
            @Nullable Long failed,
            @Nullable Long sentToDlq,
            String comparison,
            List<String> why,
            List<String> uncounted,
            int contended,
            List<SurplusRow> surplus,
            List<ChangeRow> changes) {

        public RuleRow {
            targets = List.copyOf(targets);
            why = List.copyOf(why);
            uncounted = List.copyOf(uncounted);
            surplus = List.copyOf(surplus);
            changes = List.copyOf(changes);
        }
    }

    /// Counts that no record explains.
    ///
    /// @param from start of the first period they may be of
    /// @param to end of the last, exclusive
    /// @param may what may have made them, one clause each
    public record SurplusRow(Instant from, Instant to, long counts, List<String> may) {

        public SurplusRow {
            may = List.copyOf(may);
        }
    }

    /// A change of a rule.
    public record ChangeRow(Instant at, String name, String eventId) {}

    /// One opening and the verdict on it.
    ///
    /// @param kind `used`, `never used` or `refused`
    /// @param sessionId null where nothing was done with it
    /// @param useId null where it stands alone
    /// @param verdict the verdict on the opening, of those of its rules
    /// @param rules the verdict under each rule, at least one
    public record AlarmOpening(
            String eventId,
            Instant at,
            String kind,
            String person,
            String glass,
            String account,
            String region,
            @Nullable String sessionId,
            @Nullable String useId,
            String verdict,
            List<AlarmVerdictRow> rules) {

        public AlarmOpening {
            rules = List.copyOf(rules);
        }
    }

    /// A day or a week.
    ///
    /// @param label such as `Mon 9 Nov` or `W46`
    /// @param from its start
    /// @param openings in it
    /// @param matched of these, those that some rule should have reported
    /// @param delivered of these, those for which the alarm rang, late or not
    public record AlarmPeriod(
            String label, Instant from, int openings, int matched, int delivered) {}

    /// What was read of the channel.
    ///
    /// @param read whether every message that could be of the window was read
    /// @param messages of bots in the window
    /// @param twice event ids that several messages name
    /// @param byPeople messages of people that name an opening's event, which prove nothing
    /// @param unknown bots' messages that name an id which no record has
    public record ChannelRow(
            boolean read,
            int messages,
            List<String> twice,
            List<QuotedRow> byPeople,
            List<QuotedRow> unknown) {

        public ChannelRow {
            twice = List.copyOf(twice);
            byPeople = List.copyOf(byPeople);
            unknown = List.copyOf(unknown);
        }
    }

    /// A message that names an event.
    public record QuotedRow(Instant at, String author, String eventId) {}

    /// Something that could not be read.
    ///
    /// @param account `""` where no place is concerned; so is `region`
    public record UnreadRow(String account, String region, String text) {}
}
