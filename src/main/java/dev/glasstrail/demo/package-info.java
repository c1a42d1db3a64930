/// The made-up organisation of the demo: three accounts, two regions, one week of CloudTrail logs.
///
/// [DemoOrganisation] is what the demo audits; [DemoLogs] writes the folder that CloudTrail would
/// have delivered. People's deeds are told in [dev.glasstrail.demo.story], machines' in
/// [dev.glasstrail.demo.noise]. Everything is invented here, and the same seed gives the same
/// bytes.
@NullMarked
package dev.glasstrail.demo;

import org.jspecify.annotations.NullMarked;
