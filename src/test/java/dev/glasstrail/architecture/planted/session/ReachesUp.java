package dev.glasstrail.architecture.planted.session;

import dev.glasstrail.architecture.planted.app.Wiring;

public final class ReachesUp {

    Wiring wiring;
}
