package dev.glasstrail.architecture.planted.helper;

final class Misplaced {}
