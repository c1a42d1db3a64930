package dev.glasstrail.report;

import java.util.Map;

/// The figures of the whole report, each counted here and nowhere else.
///
/// Sessions carried over from an earlier window are in `carried` alone; their actions and findings
/// are not counted again.
///
/// @param uses times someone broke the glass
/// @param people different persons behind the uses
/// @param sessions sessions that belong to this window
/// @param chained of `sessions`, those opened by an action of another session
/// @param open of `sessions`, those that could still run at `asOf`
/// @param carried sessions begun before the window and listed only
/// @param openings events that issued credentials, unused ones included
/// @param unused openings whose credentials were never seen in use
/// @param denied refused attempts
/// @param actions records made by the sessions, errors included
/// @param reads actions that CloudTrail marks read-only
/// @param writes actions that CloudTrail marks as not read-only
/// @param unknownAccess actions without that mark
/// @param errors actions that AWS refused or that failed
/// @param accounts accounts in which the uses and their sessions acted
/// @param findings findings of this window by severity, every severity present, worst first
public record Totals(
        int uses,
        int people,
        int sessions,
        int chained,
        int open,
        int carried,
        int openings,
        int unused,
        int denied,
        long actions,
        long reads,
        long writes,
        long unknownAccess,
        long errors,
        int accounts,
        Map<Severity, Integer> findings) {}
