package dev.glasstrail.doctor;

import dev.glasstrail.aws.AwsClients;
import dev.glasstrail.trail.TrailSource;
import java.nio.file.Path;
import java.time.Clock;
import java.util.function.Supplier;

/// What the checks are made with.
///
/// @param own clients with the credentials at hand
/// @param clients with the role of the settings; the same as `own` where there is none
/// @param trino makes the source of the settings' cluster; asked only where a cluster is named
/// @param clock of this machine
/// @param here where relative paths start, absolute
public record Tools(
        AwsClients own, AwsClients clients, Supplier<TrailSource> trino, Clock clock, Path here) {}
