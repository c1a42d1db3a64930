package dev.glasstrail.demo.story;

import java.util.List;

/// Secrets that people put into parameters. They open nothing; no output may show them.
///
/// CloudTrail hides some secrets itself, but not all, and not in every service.
public final class PlantedSecrets {

    static final String DATABASE_PASSWORD = "Kestrel-Example-Orders-71";
    static final String LOGIN_PASSWORD = "Harrier-Example-Login-08";
    static final String PARAMETER = "sk_example_51KestrelParcelsNotReal";
    static final String URL_SIGNATURE =
            "5d0f3e1c9b7a4826e0f1d2c3b4a5968778695a4b3c2d1e0f9a8b7c6d5e4f3021";
    static final String KEY_BODY = "RXhhbXBsZUtleU9ubHlOb3RSZWFsRXhhbXBsZUtleQ==";
    static final String ENVIRONMENT_TOKEN = "token-example-wagtail-3307";

    /// Base64 of a start script with the database's password in it.
    static final String USER_DATA =
            "IyEvYmluL3NoCmV4cG9ydCBQR1BBU1NXT1JEPUtlc3RyZWwtRXhhbXBsZS1PcmRlcnMtNzEK";

    private PlantedSecrets() {}

    /// Every planted text, for tests that look for it in what was made.
    public static List<String> all() {
        return List.of(
                DATABASE_PASSWORD,
                LOGIN_PASSWORD,
                PARAMETER,
                URL_SIGNATURE,
                KEY_BODY,
                ENVIRONMENT_TOKEN,
                USER_DATA);
    }
}
