package dev.glasstrail.architecture.planted.cli;

import dev.glasstrail.architecture.planted.trail.files.PlantedFiles;

final class BypassesTheApp {

    PlantedFiles files;
}
