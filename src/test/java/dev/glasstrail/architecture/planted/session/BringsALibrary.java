package dev.glasstrail.architecture.planted.session;

import org.opentest4j.AssertionFailedError;

final class BringsALibrary {

    AssertionFailedError error;
}
