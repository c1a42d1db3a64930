package dev.glasstrail.architecture.planted.session;

import java.util.Optional;

record HoldsAnOptional(Optional<String> explanation) {}
