package dev.glasstrail.architecture.planted.session;

import dev.glasstrail.architecture.planted.trail.files.PlantedFiles;

final class SeesAnAdapter {

    PlantedFiles files;
}
