package dev.glasstrail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// Drives a copy of the launcher in a made-up source tree, with JDKs and a Maven that are shell
/// scripts. The copy searches its usual places below a temporary root, so that what is installed on
/// the machine does not matter.
@DisabledOnOs(OS.WINDOWS)
final class LauncherTest {

    private static final Instant NOON = Instant.parse("2026-11-08T12:00:00Z");
    private static final List<String> TOOLS =
            List.of(
                    "cat",
                    "dirname",
                    "find",
                    "grep",
                    "head",
                    "mkdir",
                    "readlink",
                    "rm",
                    "sed",
                    "sh",
                    "touch");

    @TempDir Path root;
    private Path home;
    private Path bin;

    private record Outcome(int code, String out, String err, long pid) {}

    @BeforeEach
    void layOutATreeWithoutJavaOrMaven() throws IOException {
        home = Files.createDirectories(root.resolve("a tree"));
        bin = Files.createDirectories(root.resolve("bin"));
        for (String tool : TOOLS) {
            Path real = Path.of("/usr/bin", tool);
            Path found = Files.exists(real) ? real : Path.of("/bin", tool);
            script(bin.resolve(tool), "#!/bin/sh\nexec " + found + " \"$@\"\n");
        }
        String launcher = Files.readString(Path.of("glasstrail"));
        String below = launcher.replaceAll("(?m)^( {8})/(?=[\\w/*]+.* \\\\$)", "$1" + root + "/");
        assertThat(below).isNotEqualTo(launcher);
        script(home.resolve("glasstrail"), below);
        write(home.resolve("pom.xml"), "<project/>", NOON);
        write(home.resolve("src/main/java/Program.java"), "class Program {}", NOON);
        write(home.resolve("config/glasstrail.example.yaml"), "audit: {}", NOON);
    }

    @Test
    void theJdkIsFoundByItsReleaseFileAmongOlderOnes() throws Exception {
        jdk("usr/lib/jvm/java-17", "17.0.15");
        jdk("usr/lib/jvm/java-8", "1.8.0_402");
        jdk("usr/lib/jvm/temurin-25", "25.0.3");
        buildsAt(NOON.plusSeconds(60));

        Outcome outcome = run(Map.of(), "report", "--week", "2026-W46");

        assertThat(outcome.code()).isZero();
        assertThat(outcome.out())
                .isEqualTo(
                        """
                        java 25.0.3
                        -XX:+UseSerialGC
                        -Djava.awt.headless=true
                        --enable-native-access=ALL-UNNAMED
                        -jar
                        %s/target/glasstrail.jar
                        report
                        --week
                        2026-W46
                        """
                                .formatted(home.toRealPath()));
        assertThat(outcome.err()).isEmpty();
    }

    @Test
    void javaHomeWinsOverThePathAndThePathOverTheUsualPlaces() throws Exception {
        jdk("usr/lib/jvm/usual", "25.0.1");
        Path onPath = jdk("somewhere/on-path", "25.0.2");
        Files.createSymbolicLink(bin.resolve("java"), onPath.resolve("bin/java"));
        Path javaHome = jdk("somewhere/java-home", "26");
        buildsAt(NOON.plusSeconds(60));

        assertThat(run(Map.of()).out()).startsWith("java 25.0.2\n");
        assertThat(run(Map.of("JAVA_HOME", javaHome.toString())).out()).startsWith("java 26\n");
    }

    @Test
    void anOldJavaHomeIsPassedOver() throws Exception {
        Path old = jdk("somewhere/old", "17.0.15");
        jdk("home/.jdks/temurin-25", "25");
        buildsAt(NOON.plusSeconds(60));

        assertThat(run(Map.of("JAVA_HOME", old.toString())).out()).startsWith("java 25\n");
    }

    @Test
    void aJavaWithoutACompilerIsNoJdk() throws Exception {
        Path runtime = jdk("opt/runtime", "25");
        Files.delete(runtime.resolve("bin/javac"));

        assertThat(run(Map.of()).code()).isEqualTo(127);
    }

    @Test
    void withoutANewEnoughJdkOneLineSaysWhereToGetOne() throws Exception {
        jdk("usr/lib/jvm/java-17", "17.0.15");

        Outcome outcome = run(Map.of(), "demo");

        assertThat(outcome.code()).isEqualTo(127);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err())
                .isEqualTo(
                        "glasstrail: needs a JDK 25 or newer and found none in JAVA_HOME, on the"
                                + " PATH or in the usual places; get one from https://adoptium.net"
                                + " and set JAVA_HOME to it\n");
    }

    @Test
    void anExplicitJdkThatIsTooOldIsRefusedAndNotReplaced() throws Exception {
        Path old = jdk("somewhere/old", "21.0.2");
        jdk("usr/lib/jvm/temurin-25", "25");

        Outcome outcome = run(Map.of("GLASSTRAIL_JAVA_HOME", old.toString()));

        assertThat(outcome.code()).isEqualTo(127);
        assertThat(outcome.err())
                .isEqualTo(
                        "glasstrail: GLASSTRAIL_JAVA_HOME is %s, which is no JDK 25 or newer; point it at one or unset it%n"
                                .formatted(old));
    }

    @Test
    void aMissingJarWithoutMavenIsOneLine() throws Exception {
        jdk("usr/lib/jvm/temurin-25", "25");

        Outcome outcome = run(Map.of(), "demo");

        assertThat(outcome.code()).isEqualTo(127);
        assertThat(outcome.err())
                .isEqualTo(
                        "glasstrail: the program has to be built first and Maven (mvn) is not on"
                                + " the PATH; get it from https://maven.apache.org or your package"
                                + " manager\n");
    }

    @Test
    void aMissingJarIsBuiltOnceWithTheJdkThatWasFound() throws Exception {
        Path jdk = jdk("opt/jdk-25", "25");
        maven("");

        Outcome first = run(Map.of("JAVA_HOME", "/nonexistent"));
        Outcome second = run(Map.of());

        assertThat(first.err()).isEqualTo("building Glasstrail (the first run takes a minute)\n");
        assertThat(second.err()).isEmpty();
        assertThat(second.code()).isZero();
        assertThat(builds())
                .containsExactly(
                        jdk
                                + " -B -q -f "
                                + home.toRealPath()
                                + "/pom.xml -Dmaven.test.skip=true -Dcyclonedx.skip=true package");
    }

    @Test
    void aNewerSourceIsBuiltAgain() throws Exception {
        jdk("opt/jdk-25", "25");
        maven("");
        for (String source :
                List.of(
                        "pom.xml",
                        "src/main/java/Program.java",
                        "queries/openings.sql",
                        "config/glasstrail.example.yaml",
                        "reports/templates/summary.txt")) {
            buildsAt(NOON.plusSeconds(60));
            int before = builds().size();
            write(home.resolve(source), "changed", NOON.plusSeconds(120));

            run(Map.of());

            assertThat(builds()).as(source).hasSize(before + 1);
            write(home.resolve(source), "changed", NOON);
        }
    }

    @Test
    void someonesOwnSettingsAndOutputsDoNotCauseABuild() throws Exception {
        jdk("opt/jdk-25", "25");
        maven("");
        buildsAt(NOON.plusSeconds(60));
        write(home.resolve("config/glasstrail.yaml"), "x", NOON.plusSeconds(120));
        write(home.resolve("reports/out/report.json"), "x", NOON.plusSeconds(120));

        Outcome outcome = run(Map.of());

        assertThat(outcome.err()).isEmpty();
        assertThat(builds()).isEmpty();
    }

    @Test
    void aFailedBuildShowsMavensErrorsAndWhereTheRestIs() throws Exception {
        jdk("opt/jdk-25", "25");
        maven("echo '[ERROR] no such artifact'; echo chatter; exit 1");

        Outcome outcome = run(Map.of());

        assertThat(outcome.code()).isEqualTo(126);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err())
                .isEqualTo(
                        """
                        building Glasstrail (the first run takes a minute)
                        [ERROR] no such artifact
                        glasstrail: the build failed; everything Maven said is in %s/target/launcher-build.log
                        """
                                .formatted(home.toRealPath()));
    }

    @Test
    void theProcessBecomesJavaSoThatSignalsAndExitCodesPassThrough() throws Exception {
        Path jdk = jdk("opt/jdk-25", "25");
        script(jdk.resolve("bin/java"), "#!/bin/sh\necho $$\nexit 11\n");
        buildsAt(NOON.plusSeconds(60));

        Outcome outcome = run(Map.of());

        assertThat(outcome.code()).isEqualTo(11);
        assertThat(outcome.out()).isEqualTo(outcome.pid() + "\n");
    }

    @Test
    void theTreeIsFoundThroughLinks() throws Exception {
        jdk("opt/jdk-25", "25");
        buildsAt(NOON.plusSeconds(60));
        Path first = Files.createSymbolicLink(root.resolve("first"), home.resolve("glasstrail"));
        Path second = Files.createDirectories(root.resolve("elsewhere")).resolve("second");
        Files.createSymbolicLink(second, Path.of("..", first.getFileName().toString()));

        Outcome outcome = start(second, Map.of());

        assertThat(outcome.out()).contains("%s/target/glasstrail.jar".formatted(home.toRealPath()));
    }

    @Test
    void fileNamesAreReadAsUtf8WhateverTheLocale() throws Exception {
        Path jdk = jdk("opt/jdk-25", "25");
        script(jdk.resolve("bin/java"), "#!/bin/sh\necho \"${LC_ALL:-unset}\"\n");
        buildsAt(NOON.plusSeconds(60));

        assertThat(run(Map.of()).out()).isEqualTo("C.UTF-8\n");
        assertThat(run(Map.of("LC_ALL", "POSIX")).out()).isEqualTo("C.UTF-8\n");
        assertThat(run(Map.of("LANG", "xx_XX.UTF-8")).out()).isEqualTo("C.UTF-8\n");
    }

    @Test
    void optionsForJavaAreSplitIntoWordsAndNotExpanded() throws Exception {
        jdk("opt/jdk-25", "25");
        buildsAt(NOON.plusSeconds(60));

        Outcome outcome = run(Map.of("GLASSTRAIL_JAVA_OPTS", "-Xmx256m -Dname=*"));

        assertThat(outcome.out()).contains("\n-Xmx256m\n-Dname=*\n-jar\n");
    }

    private Outcome run(Map<String, String> environment, String... arguments) throws Exception {
        return start(home.resolve("glasstrail"), environment, arguments);
    }

    private Outcome start(Path launcher, Map<String, String> environment, String... arguments)
            throws Exception {
        List<String> command = new ArrayList<>(List.of("/bin/sh", launcher.toString()));
        command.addAll(List.of(arguments));
        Path out = root.resolve("stdout");
        Path err = root.resolve("stderr");
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .directory(root.toFile())
                        .redirectOutput(out.toFile())
                        .redirectError(err.toFile());
        builder.environment().clear();
        builder.environment().put("PATH", bin.toString());
        builder.environment().put("HOME", root.resolve("home").toString());
        builder.environment().putAll(environment);
        Process process = builder.start();
        int code = process.waitFor();
        return new Outcome(code, Files.readString(out), Files.readString(err), process.pid());
    }

    private Path jdk(String place, String version) throws IOException {
        Path folder = root.resolve(place);
        write(folder.resolve("release"), "JAVA_VERSION=\"" + version + "\"\n", NOON);
        String java = "#!/bin/sh\necho java " + version + "\nprintf '%s\\n' \"$@\"\n";
        script(folder.resolve("bin/java"), java);
        script(folder.resolve("bin/javac"), "#!/bin/sh\n");
        return folder;
    }

    /// Puts a Maven on the path that notes how it was called and then makes the jar.
    private void maven(String otherwise) throws IOException {
        script(
                bin.resolve("mvn"),
                """
                #!/bin/sh
                echo "$JAVA_HOME $*" >>"%s/builds"
                %s
                echo jar >"%s/target/glasstrail.jar"
                """
                        .formatted(root, otherwise, home));
    }

    private List<String> builds() throws IOException {
        Path notes = root.resolve("builds");
        return Files.exists(notes) ? Files.readAllLines(notes) : List.of();
    }

    private void buildsAt(Instant time) throws IOException {
        write(home.resolve("target/glasstrail.jar"), "jar", time);
    }

    private static void script(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /// Writes a file and dates it, and the folders that it lies in.
    private void write(Path file, String text, Instant modified) throws IOException {
        Files.createDirectories(file.getParent());
        Files.write(file, text.getBytes(UTF_8));
        for (Path dated = file; dated != null && !dated.equals(root); dated = dated.getParent()) {
            Files.setLastModifiedTime(dated, FileTime.from(modified));
        }
    }
}
