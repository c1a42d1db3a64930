package dev.glasstrail.architecture.planted.report;

public final class LaterStage {}
