package dev.glasstrail.demo.cloudtrail;

import com.fasterxml.jackson.databind.node.ObjectNode;

/// Somebody with an Identity Center user.
///
/// @param userName also the role session name that Identity Center gives
/// @param userId of the identity store; it never changes, the name may
/// @param shell where the person's command line calls from
public record Person(String userName, String userId, Origin shell) {

    private static final String BROWSER =
            "Mozilla/5.0 (X11; Linux x86_64; rv:145.0) Gecko/20100101 Firefox/145.0";

    /// The same address seen through a browser.
    public Origin browser() {
        return shell.with(BROWSER);
    }

    /// The `onBehalfOf` that Identity Center adds to everything the person does.
    public ObjectNode onBehalfOf() {
        return Json.object("userId", userId, "identityStoreArn", IdentityCenter.STORE_ARN);
    }
}
