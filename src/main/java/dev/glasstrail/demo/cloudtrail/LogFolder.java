package dev.glasstrail.demo.cloudtrail;

/// Where CloudTrail files what it delivers: the account and the region in the path.
///
/// @param region as the path spells it, which is not always as the records do
public record LogFolder(Account account, String region) {

    /// The usual folder.
    public static LogFolder of(Account account, Region region) {
        return new LogFolder(account, region.id());
    }
}
