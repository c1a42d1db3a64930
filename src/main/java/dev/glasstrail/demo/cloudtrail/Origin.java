package dev.glasstrail.demo.cloudtrail;

/// Where a call comes from, as the log tells it.
///
/// @param address an IP address, or the name of a service that calls for somebody
/// @param userAgent as the caller wrote it, so never to be trusted
public record Origin(String address, String userAgent) {

    /// A service that calls by itself or for somebody: its name stands in both fields.
    public static Origin service(String name) {
        return new Origin(name, name);
    }

    /// The same place, another program.
    public Origin with(String otherUserAgent) {
        return new Origin(address, otherUserAgent);
    }
}
