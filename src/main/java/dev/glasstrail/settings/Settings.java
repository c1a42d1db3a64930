package dev.glasstrail.settings;

/// Everything that can be settled.
///
/// @param glass whose use is audited
/// @param source where the logs are
/// @param aws how AWS is reached
/// @param alarm who can tell whether it rang
/// @param people who the people behind the ids are
/// @param window when a window is ready
/// @param report what is made and where it goes
public record Settings(
        GlassSettings glass,
        SourceSettings source,
        AwsSettings aws,
        AlarmSettings alarm,
        PeopleSettings people,
        WindowSettings window,
        ReportSettings report) {

    /// The settings of a company that has no file. They watch nothing and name no logs: somebody
    /// has to say both.
    public static final Settings DEFAULTS =
            new Settings(
                    GlassSettings.DEFAULTS,
                    SourceSettings.DEFAULTS,
                    AwsSettings.DEFAULTS,
                    AlarmSettings.DEFAULTS,
                    PeopleSettings.DEFAULTS,
                    WindowSettings.DEFAULTS,
                    ReportSettings.DEFAULTS);

    /// The same settings with other glass.
    public Settings with(GlassSettings other) {
        return new Settings(other, source, aws, alarm, people, window, report);
    }

    /// The same settings with another source.
    public Settings with(SourceSettings other) {
        return new Settings(glass, other, aws, alarm, people, window, report);
    }

    /// The same settings with another way to AWS.
    public Settings with(AwsSettings other) {
        return new Settings(glass, source, other, alarm, people, window, report);
    }

    /// The same settings with another alarm.
    public Settings with(AlarmSettings other) {
        return new Settings(glass, source, aws, other, people, window, report);
    }

    /// The same settings with other people.
    public Settings with(PeopleSettings other) {
        return new Settings(glass, source, aws, alarm, other, window, report);
    }

    /// The same settings with another report.
    public Settings with(ReportSettings other) {
        return new Settings(glass, source, aws, alarm, people, window, other);
    }

    /// The SHA-256 over everything that can change what a report says: 64 lower-case hexadecimal
    /// digits.
    ///
    /// Places, speed and secrets are left out: the same audit from another disk, by another machine
    /// or with rotated credentials has the same digest.
    public String digest() {
        return CanonicalForm.of(this).sha256();
    }
}
