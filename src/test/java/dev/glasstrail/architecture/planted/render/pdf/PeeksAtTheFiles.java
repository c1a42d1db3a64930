package dev.glasstrail.architecture.planted.render.pdf;

import dev.glasstrail.architecture.planted.trail.files.PlantedFiles;

final class PeeksAtTheFiles {

    PlantedFiles files;
}
