package dev.glasstrail.demo;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.glasstrail.demo.cloudtrail.Account;
import dev.glasstrail.demo.cloudtrail.Json;
import dev.glasstrail.demo.cloudtrail.LogFolder;
import dev.glasstrail.demo.cloudtrail.Region;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The hourly digest files, one chain for each account and region, also for hours without a log.
///
/// Hashes are true; signatures are made up, for in a folder there is nowhere to keep them.
final class Digests {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final String FINGERPRINT = "00e0a3b1c2d3e4f5061728394a5b6c7d";

    private final Map<LogFolder, List<LoggedFile>> logged = new HashMap<>();
    private final Instant first;
    private final Instant last;

    Digests(Instant first, Instant last) {
        this.first = first;
        this.last = last;
    }

    void add(LogFolder folder, LoggedFile file) {
        logged.computeIfAbsent(folder, ignored -> new ArrayList<>()).add(file);
    }

    void writeTo(TrailBucket bucket) throws IOException {
        for (Account account : Account.values()) {
            for (Region region : Region.values()) {
                chain(bucket, LogFolder.of(account, region));
            }
        }
    }

    private void chain(TrailBucket bucket, LogFolder folder) throws IOException {
        List<LoggedFile> files = logged.getOrDefault(folder, List.of());
        // Chains do not run on the hour.
        Instant start = first.plusSeconds(91);
        String previousKey = "";
        String previousHash = "";
        for (Instant end = start.plus(HOUR); !end.isAfter(last); end = end.plus(HOUR)) {
            LogFile digest = new LogFile(folder, end);
            ObjectNode content =
                    Json.object(
                            "awsAccountId", folder.account().id(),
                            "digestStartTime", end.minus(HOUR).toString(),
                            "digestEndTime", end.toString(),
                            "digestS3Bucket", TrailBucket.NAME,
                            "digestS3Object", digest.digestKey(),
                            "digestPublicKeyFingerprint", FINGERPRINT,
                            "digestSignatureAlgorithm", "SHA256withRSA");
            addFiles(content, filesBetween(files, end.minus(HOUR), end));
            addPrevious(content, previousKey, previousHash);
            previousHash = bucket.putJson(digest.digestKey(), content);
            previousKey = digest.digestKey();
        }
    }

    private static List<LoggedFile> filesBetween(
            List<LoggedFile> files, Instant after, Instant until) {
        return files.stream()
                .filter(file -> file.mark().isAfter(after) && !file.mark().isAfter(until))
                .toList();
    }

    private static void addFiles(ObjectNode content, List<LoggedFile> files) {
        ArrayNode named = Json.list();
        Instant oldest = Instant.MAX;
        Instant newest = Instant.MIN;
        for (LoggedFile file : files) {
            oldest = file.oldest().isBefore(oldest) ? file.oldest() : oldest;
            newest = file.newest().isAfter(newest) ? file.newest() : newest;
            named.add(
                    Json.object(
                            "s3Bucket", TrailBucket.NAME,
                            "s3Object", file.key(),
                            "hashValue", file.hash(),
                            "hashAlgorithm", "SHA-256",
                            "newestEventTime", file.newest().toString(),
                            "oldestEventTime", file.oldest().toString()));
        }
        boolean none = files.isEmpty();
        Json.put(content, "newestEventTime", none ? Json.NULL : newest.toString());
        Json.put(content, "oldestEventTime", none ? Json.NULL : oldest.toString());
        content.set("logFiles", named);
    }

    private static void addPrevious(ObjectNode content, String key, String hash) {
        boolean first = key.isEmpty();
        Json.put(
                content,
                "previousDigestS3Bucket",
                first ? Json.NULL : TrailBucket.NAME,
                "previousDigestS3Object",
                first ? Json.NULL : key,
                "previousDigestHashValue",
                first ? Json.NULL : hash,
                "previousDigestHashAlgorithm",
                "SHA-256",
                "previousDigestSignature",
                first ? Json.NULL : hash.repeat(8));
    }
}
