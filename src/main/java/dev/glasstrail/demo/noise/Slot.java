package dev.glasstrail.demo.noise;

import dev.glasstrail.demo.cloudtrail.Account;
import dev.glasstrail.demo.cloudtrail.Region;
import java.time.Instant;

/// The machines' share of one log file.
///
/// @param mark the time in the file's name
/// @param records how many records the machines have in it; may be none
public record Slot(Account account, Region region, Instant mark, int records) {}
