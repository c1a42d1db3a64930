package dev.glasstrail.demo.noise;

/// Something that works without a person: one run of it makes a few records.
@FunctionalInterface
interface Machine {

    void run(Scene scene);
}
