package dev.glasstrail.render.pdf;

import java.time.format.DateTimeFormatter;
import org.openpdf.text.Document;

/// The metadata packet that archives read: who made the file, when, and to which standards.
final class Xmp {

    static final String PRODUCER = Document.getVersion();

    private static final String BEGIN =
            """
            <?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
            <x:xmpmeta xmlns:x="adobe:ns:meta/">
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
            """;

    private static final String END =
            """
            </rdf:RDF>
            </x:xmpmeta>
            <?xpacket end="r"?>
            """;

    /// PDF/A knows no `pdfuaid` of its own: the packet has to describe it.
    private static final String ACCESSIBLE =
            """
            <rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
            <pdfuaid:part>1</pdfuaid:part>
            </rdf:Description>
            <rdf:Description rdf:about=""
             xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
             xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
             xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
            <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
            <pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
            <pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
            <pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
            <pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
            <pdfaProperty:name>part</pdfaProperty:name>
            <pdfaProperty:valueType>Integer</pdfaProperty:valueType>
            <pdfaProperty:category>internal</pdfaProperty:category>
            <pdfaProperty:description>Part of ISO 14289 that the file keeps to</pdfaProperty:description>
            </rdf:li></rdf:Seq></pdfaSchema:property>
            </rdf:li></rdf:Bag></pdfaExtension:schemas>
            </rdf:Description>
            """;

    private Xmp() {}

    static String packet(DocumentFacts facts, Conformance conformance) {
        String made = DateTimeFormatter.ISO_INSTANT.format(facts.made());
        return BEGIN
                + description(
                        "dc=\"http://purl.org/dc/elements/1.1/\"",
                        element("dc:format", "application/pdf")
                                + element("dc:title", alternatives(facts.title()))
                                + element("dc:description", alternatives(facts.subject())))
                + description(
                        "xmp=\"http://ns.adobe.com/xap/1.0/\"",
                        element("xmp:CreatorTool", escape(facts.creator()))
                                + element("xmp:CreateDate", made)
                                + element("xmp:ModifyDate", made))
                + description(
                        "pdf=\"http://ns.adobe.com/pdf/1.3/\"",
                        element("pdf:Producer", escape(PRODUCER)))
                + description(
                        "pdfaid=\"http://www.aiim.org/pdfa/ns/id/\"",
                        element("pdfaid:part", "3")
                                + element("pdfaid:conformance", conformance.letter()))
                + (conformance.tagged() ? ACCESSIBLE : "")
                + END;
    }

    private static String description(String space, String properties) {
        return "<rdf:Description rdf:about=\"\" xmlns:"
                + space
                + ">\n"
                + properties
                + "</rdf:Description>\n";
    }

    private static String element(String name, String content) {
        return "<" + name + ">" + content + "</" + name + ">\n";
    }

    private static String alternatives(String text) {
        return "<rdf:Alt><rdf:li xml:lang=\"x-default\">" + escape(text) + "</rdf:li></rdf:Alt>";
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
