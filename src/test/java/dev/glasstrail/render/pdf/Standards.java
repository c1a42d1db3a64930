package dev.glasstrail.render.pdf;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;

/// Asks veraPDF which rules of a standard a document breaks.
final class Standards {

    private Standards() {}

    /// Prints what a file breaks, a line each, for a virtual machine of its own.
    ///
    /// @param arguments the file, then the standards
    public static void main(String[] arguments) throws Exception {
        for (int i = 1; i < arguments.length; i++) {
            try (InputStream in = Files.newInputStream(Path.of(arguments[0]))) {
                broken(in, PDFAFlavour.byFlavourId(arguments[i])).forEach(IO::println);
            }
        }
    }

    static List<String> broken(byte[] document, PDFAFlavour flavour) throws Exception {
        return broken(new ByteArrayInputStream(document), flavour);
    }

    private static List<String> broken(InputStream document, PDFAFlavour flavour) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        try (PDFAParser parser = Foundries.defaultInstance().createParser(document, flavour);
                PDFAValidator validator =
                        Foundries.defaultInstance().createValidator(flavour, false)) {
            return validator.validate(parser).getTestAssertions().stream()
                    .map(broken -> flavour + " " + words(broken))
                    .toList();
        }
    }

    private static String words(TestAssertion broken) {
        return broken.getRuleId().getClause()
                + "-"
                + broken.getRuleId().getTestNumber()
                + " "
                + broken.getMessage()
                + " at "
                + broken.getLocation().getContext();
    }
}
