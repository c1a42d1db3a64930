package dev.glasstrail.architecture.planted.app;

import dev.glasstrail.architecture.planted.session.ReachesUp;

public final class Wiring {

    ReachesUp reaches;
}
