package dev.glasstrail.trail.trino;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.glasstrail.demo.DemoOrganisation;
import dev.glasstrail.trail.Glob;
import dev.glasstrail.trail.Need;
import dev.glasstrail.trail.ParsedRecord;
import dev.glasstrail.trail.Principal;
import dev.glasstrail.trail.Progress;
import dev.glasstrail.trail.ReadRequest;
import dev.glasstrail.trail.RecordText;
import dev.glasstrail.trail.TrailEvent;
import dev.glasstrail.trail.Watch;
import dev.glasstrail.trail.sql.Wanted;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The SQL returns at least what is wanted, and a row is the record that it came from: for every
/// record of an organisation, and for requests drawn at random from what the records name.
final class SameRecordsTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Instant ALWAYS = Instant.parse("2006-01-01T00:00:00Z");
    private static final Instant FOREVER = Instant.parse("2100-01-01T00:00:00Z");

    /// One of each kind.
    private static final int FEW = 8;

    private static final int MANY = 200;

    @TempDir private Path folder;

    @Test
    void theRecordsOfTheDemoComeBackAsTheyAre() throws Exception {
        DemoOrganisation.withNoise(500).writeLogs(folder);

        compare(recordsBelow(folder), 20_261_126, FEW);
    }

    @Test
    @Tag("proof")
    void manyRequestsPickWhatTheyWantOutOfTheDemo() throws Exception {
        DemoOrganisation.withNoise(2_000).writeLogs(folder);

        compare(recordsBelow(folder), 20_261_128, MANY);
    }

    @Test
    void realRecordsComeBackAsTheyAre() throws Exception {
        compare(realRecords(), 20_261_127, FEW);
    }

    @Test
    @Tag("proof")
    void manyRequestsPickWhatTheyWantOutOfRealRecords() throws Exception {
        compare(realRecords(), 20_261_129, MANY);
    }

    private static List<String> realRecords() throws IOException {
        String trails = System.getenv("GLASSTRAIL_REAL_TRAILS");
        assumeTrue(
                trails != null && !trails.isBlank(),
                "GLASSTRAIL_REAL_TRAILS names no folder with real trails");
        return recordsBelow(Path.of(String.valueOf(trails)));
    }

    /// Compares all records, then what requests pick out of them.
    private static void compare(List<String> records, long seed, int requests) throws Exception {
        Map<String, TrailEvent> expected = new TreeMap<>();
        for (String json : records) {
            if (RecordText.record(json) instanceof ParsedRecord.Recognised(TrailEvent event)) {
                expected.put(event.key().toString(), event.kept());
            }
        }
        assertThat(expected).hasSizeGreaterThan(300);
        TrinoTrailSource source = source(records);
        Map<String, Set<String>> everySource = new HashMap<>();
        expected.values().forEach(event -> everySource.put(event.call().source(), Set.of()));

        Map<String, TrailEvent> read =
                read(source, request(List.of(new Need.RuleMatches(everySource))));

        assertThat(read.keySet()).isEqualTo(expected.keySet());
        // As text: whether Jackson holds a number as int or as long depends on how it was read.
        read.forEach((key, event) -> assertThat(event).as(key).hasToString(expected.get(key) + ""));

        Random random = new Random(seed);
        Drawn drawn = new Drawn(List.copyOf(expected.values()), random);
        int wanted = 0;
        for (int at = 0; at < requests; at++) {
            ReadRequest request = request(drawn.needs(at));
            Set<String> picked = new TreeSet<>();
            expected.forEach((key, event) -> {
                if (request.wants(event)) {
                    picked.add(key);
                }
            });
            wanted += picked.size();
            assertThat(read(source, request).keySet())
                    .as("request %d of seed %d: %s", at, seed, request.needs())
                    .isEqualTo(picked);
        }
        assertThat(wanted).as("records that the requests want").isGreaterThan(requests);
    }

    private static Map<String, TrailEvent> read(TrinoTrailSource source, ReadRequest request)
            throws Exception {
        Map<String, TrailEvent> read = new TreeMap<>();
        source.read(request, event -> read.put(event.key().toString(), event.kept()));
        return read;
    }

    private static ReadRequest request(List<Need> needs) {
        return new ReadRequest(ALWAYS, FOREVER, needs, Progress.NONE);
    }

    private static TrinoTrailSource source(List<String> records) throws Exception {
        RealTrino trino = RealTrino.started();
        return new TrinoTrailSource(
                new Cluster(
                        trino.url(),
                        new Cluster.Login("ann", ""),
                        trino.plain(records, RealTrino.COLUMNS),
                        Duration.ofMinutes(2)),
                Wanted.ALL,
                Clock.fixed(FOREVER, ZoneOffset.UTC));
    }

    private static List<String> recordsBelow(Path folder) throws IOException {
        Set<String> seen = new HashSet<>();
        List<String> records = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(SameRecordsTest::isLog).sorted().toList()) {
                collect(JSON.readTree(content(file)), seen, records);
            }
        }
        return records;
    }

    private static boolean isLog(Path file) {
        return file.toString().matches(".*\\.json(\\.gz)?")
                && !file.toString().contains("CloudTrail-Digest");
    }

    private static byte[] content(Path file) throws IOException {
        if (!file.toString().endsWith(".gz")) {
            return Files.readAllBytes(file);
        }
        try (InputStream log = new GZIPInputStream(Files.newInputStream(file))) {
            return log.readAllBytes();
        }
    }

    private static void collect(JsonNode node, Set<String> seen, List<String> records) {
        if (node.isArray()) {
            node.forEach(element -> collect(element, seen, records));
        } else if (node.has("Records")) {
            collect(node.path("Records"), seen, records);
        } else if (node.has("detail")) {
            collect(node.path("detail"), seen, records);
        } else if (node.has("eventID") && seen.add(node.path("eventID").asText())) {
            records.add(new String(node.toString().getBytes(UTF_8), UTF_8));
        }
    }

    /// Needs that name what some records name.
    private record Drawn(List<TrailEvent> events, Random random) {

        List<Need> needs(int at) {
            return switch (at % 8) {
                case 0 -> List.of(new Need.Openings(watch()));
                case 1 -> List.of(new Need.WatchedActions(watch()));
                case 2 -> List.of(derived());
                case 3 -> List.of(new Need.Touches(names()));
                case 4 -> List.of(new Need.EarlierChangers(names()));
                case 5 -> List.of(new Need.GuardTouches(), new Need.TrailChanges());
                case 6 -> List.of(matches());
                default ->
                        List.of(
                                new Need.Openings(watch()),
                                new Need.WatchedActions(watch()),
                                derived(),
                                new Need.Touches(names()));
            };
        }

        private Watch watch() {
            List<Glob> roles = new ArrayList<>();
            List<Glob> users = new ArrayList<>();
            while (roles.size() + users.size() < 4) {
                Principal principal = any().principal();
                if (principal instanceof Principal.RoleSession session) {
                    roles.add(Glob.of(blurred(session.roleArn())));
                    roles.add(Glob.of(blurred(Watch.roleName(session.roleArn()))));
                } else if (principal instanceof Principal.User user
                        && !user.identity().userName().isEmpty()) {
                    users.add(Glob.of(blurred(user.identity().userName())));
                }
            }
            return new Watch(roles, users, random.nextBoolean(), Set.of());
        }

        /// The same text, or with a wildcard in it.
        private String blurred(String text) {
            if (text.length() < 3 || random.nextBoolean()) {
                return text.isEmpty() ? "*" : text;
            }
            int from = random.nextInt(text.length());
            return random.nextBoolean()
                    ? text.substring(0, from) + "*"
                    : text.substring(0, from) + "?" + text.substring(from + 1);
        }

        private Need derived() {
            Set<String> arns = new HashSet<>();
            Set<String> keys = new HashSet<>();
            for (int times = 0; times < 5; times++) {
                arns.add(any().principal().identity().arn());
                keys.add(any().principal().identity().accessKeyId());
            }
            arns.remove("");
            keys.remove("");
            return new Need.DerivedActions(arns, keys);
        }

        private Set<String> names() {
            Set<String> names = new HashSet<>();
            while (names.size() < 6) {
                TrailEvent event = any();
                event.payload().resources().forEach(resource -> names.add(resource.arn()));
                texts(event.payload().request(), names);
            }
            names.remove("");
            return names;
        }

        private static void texts(JsonNode node, Set<String> into) {
            if (node.isTextual()) {
                into.add(node.asText());
            }
            node.forEach(child -> texts(child, into));
        }

        private Need matches() {
            Map<String, Set<String>> names = new HashMap<>();
            names.put(any().call().source(), Set.of());
            names.put("sts.amazonaws.com", Set.of("AssumeRole", "GetCallerIdentity"));
            return new Need.RuleMatches(names);
        }

        private TrailEvent any() {
            return events.get(random.nextInt(events.size()));
        }
    }
}
