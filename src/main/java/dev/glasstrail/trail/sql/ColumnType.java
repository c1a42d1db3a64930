package dev.glasstrail.trail.sql;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/// The type of a column, from Hive's spelling, `struct<a:string>`, or Trino's, `row(a varchar)`.
///
/// @param name of the type without its parameters, lower-case; `""` where it could not be read
/// @param members of a struct by lower-case name; the elements of an array under `element`
record ColumnType(String name, Map<String, ColumnType> members) {

    private static final String ELEMENT = "element";

    ColumnType {
        members = Map.copyOf(members);
    }

    /// Reads a type. Never throws: what cannot be read is a type without name.
    static ColumnType parse(String text) {
        Reader reader = new Reader(text.toLowerCase(Locale.ROOT));
        try {
            return reader.type();
        } catch (IndexOutOfBoundsException _) {
            // Breaks off in the middle.
            return new ColumnType("", Map.of());
        }
    }

    boolean isText() {
        return name.equals("string") || name.equals("varchar") || name.equals("char");
    }

    boolean isStruct() {
        return name.equals("struct") || name.equals("row");
    }

    /// Whether only JSON can show it as text.
    boolean isNested() {
        return isStruct() || name.equals("array") || name.equals("map");
    }

    /// Whether a struct, or an array of structs, has a member.
    ///
    /// @param path member names from the outermost inwards
    boolean has(String... path) {
        ColumnType at = this;
        for (String member : path) {
            ColumnType next = at.members.getOrDefault(ELEMENT, at).members.get(member);
            if (next == null) {
                return false;
            }
            at = next;
        }
        return true;
    }

    private static final class Reader {

        private final String text;
        private int at;

        Reader(String text) {
            this.text = text;
        }

        ColumnType type() {
            String name = word();
            if (at >= text.length() || (text.charAt(at) != '<' && text.charAt(at) != '(')) {
                return new ColumnType(name, Map.of());
            }
            at++;
            Map<String, ColumnType> members =
                    switch (name) {
                        case "struct", "row" -> fields();
                        case "array" -> Map.of(ELEMENT, type());
                        default -> Map.of();
                    };
            toClosing();
            return new ColumnType(name, members);
        }

        private Map<String, ColumnType> fields() {
            Map<String, ColumnType> fields = new TreeMap<>();
            do {
                String field = word();
                at++;
                fields.put(field, type());
                skipSpaces();
            } while (text.charAt(at) == ',' && at++ >= 0);
            return fields;
        }

        /// A name or a quoted name, with the spaces before it.
        private String word() {
            skipSpaces();
            boolean quoted = text.charAt(at) == '"' || text.charAt(at) == '`';
            int start = quoted ? ++at : at;
            while (at < text.length() && (quoted ? !isQuote() : isNamePart())) {
                at++;
            }
            String word = text.substring(start, at);
            if (quoted) {
                at++;
            }
            return word;
        }

        /// Steps behind the bracket that closes the current one.
        private void toClosing() {
            for (int open = 1; open > 0; at++) {
                char c = text.charAt(at);
                if (c == '<' || c == '(') {
                    open++;
                } else if (c == '>' || c == ')') {
                    open--;
                }
            }
            // As in `timestamp(3) with time zone`.
            while (at < text.length() && ",>)".indexOf(text.charAt(at)) < 0) {
                at++;
            }
        }

        private void skipSpaces() {
            while (Character.isWhitespace(text.charAt(at))) {
                at++;
            }
        }

        private boolean isQuote() {
            return text.charAt(at) == '"' || text.charAt(at) == '`';
        }

        private boolean isNamePart() {
            return Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '_';
        }
    }
}
