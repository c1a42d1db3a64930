package dev.glasstrail.demo.story;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.glasstrail.demo.cloudtrail.Json;

/// The parameters of a security group rule.
final class OpenPort {

    private OpenPort() {}

    static ObjectNode permissions(String range, int port) {
        ObjectNode ranges = Json.object("items", Json.list(Json.object("cidrIp", range)));
        return Json.object(
                "items",
                Json.list(
                        Json.object(
                                "ipProtocol", "tcp",
                                "fromPort", port,
                                "toPort", port,
                                "ipRanges", ranges)));
    }
}
