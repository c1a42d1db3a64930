package dev.glasstrail.architecture.planted.session;

import dev.glasstrail.architecture.planted.report.LaterStage;

final class LooksAhead {

    LaterStage later;
}
