package dev.glasstrail.report;

import java.text.Normalizer;

/// Reads letters that look like Latin ones as those, so that `pаssword` with a Cyrillic а is found
/// under the name that a reader sees.
final class LookAlikes {

    private static final String FOREIGN =
            "авекмнорстухіѕјԁһԛԝӏԍьАВЕКМНОРСТУХІЅЈԀԚԜЅ" + "αεικνορτυχωςΑΒΕΖΗΙΚΜΝΟΡΤΥΧϹıɡɑɩ";
    private static final String LATIN =
            "abekmhopctyxisjdhqwlgbABEKMHOPCTYXISJDQWS" + "aeikvoptuxwcABEZHIKMNOPTYXCigai";

    private LookAlikes() {}

    /// The text with wide, styled and accented letters, and the look-alikes, as plain Latin ones.
    static String latin(String text) {
        if (text.chars().allMatch(c -> c < 128)) {
            return text;
        }
        String apart = Normalizer.normalize(text, Normalizer.Form.NFKD);
        StringBuilder latin = new StringBuilder(apart.length());
        for (int i = 0; i < apart.length(); i++) {
            int foreign = FOREIGN.indexOf(apart.charAt(i));
            latin.append(foreign < 0 ? apart.charAt(i) : LATIN.charAt(foreign));
        }
        return latin.toString();
    }
}
