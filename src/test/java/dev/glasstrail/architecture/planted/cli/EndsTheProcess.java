package dev.glasstrail.architecture.planted.cli;

final class EndsTheProcess {

    void now() {
        System.exit(1);
    }
}
