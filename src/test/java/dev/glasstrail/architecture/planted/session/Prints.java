package dev.glasstrail.architecture.planted.session;

final class Prints {

    void toTheTerminal() {
        System.out.println("seen");
    }

    void itsTroubles(Exception troubles) {
        troubles.printStackTrace();
    }
}
