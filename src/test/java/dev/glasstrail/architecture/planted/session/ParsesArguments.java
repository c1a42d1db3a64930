package dev.glasstrail.architecture.planted.session;

import picocli.CommandLine;

final class ParsesArguments {

    CommandLine commandLine;
}
