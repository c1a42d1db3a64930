package dev.glasstrail.demo;

import java.io.IOException;

/// Where the files of the bucket go.
@FunctionalInterface
interface Store {

    void put(String key, byte[] content) throws IOException;
}
