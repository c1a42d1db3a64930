package dev.glasstrail.architecture.planted.trail.files;

public final class SecondDoor {}
