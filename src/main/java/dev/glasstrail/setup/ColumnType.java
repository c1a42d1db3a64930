package dev.glasstrail.setup;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The type of a column as Hive and Glue write it.
sealed interface ColumnType {

    /// A text, which is what nearly everything in a trail's table is.
    ColumnType TEXT = new Text();

    /// On one line without spaces, as Glue keeps it.
    String glue();

    /// For people: the members of a struct stand on lines of their own.
    ///
    /// @param indent spaces before the line on which the type begins
    String laidOut(int indent);

    /// A column, or a member of a struct.
    ///
    /// @param name in lower case, as Hive keeps it
    record Field(String name, ColumnType type) {

        /// Texts, one for each name.
        static List<Field> texts(String... names) {
            return Stream.of(names).map(name -> new Field(name, TEXT)).toList();
        }
    }

    /// `string`.
    record Text() implements ColumnType {
        @Override
        public String glue() {
            return "string";
        }

        @Override
        public String laidOut(int indent) {
            return glue();
        }
    }

    /// `struct<…>`.
    record Struct(List<Field> members) implements ColumnType {

        public Struct {
            members = List.copyOf(members);
        }

        /// Texts alone.
        static Struct of(String... names) {
            return new Struct(Field.texts(names));
        }

        @Override
        public String glue() {
            return members.stream()
                    .map(member -> member.name() + ":" + member.type().glue())
                    .collect(Collectors.joining(",", "struct<", ">"));
        }

        @Override
        public String laidOut(int indent) {
            String margin = "\n" + " ".repeat(indent + 2);
            return members.stream()
                    .map(member -> margin + member.name() + ":" + member.type().laidOut(indent + 2))
                    .collect(Collectors.joining(",", "struct<", ">"));
        }
    }

    /// `array<…>`.
    record ArrayOf(ColumnType element) implements ColumnType {
        @Override
        public String glue() {
            return "array<" + element.glue() + ">";
        }

        @Override
        public String laidOut(int indent) {
            return "array<" + element.laidOut(indent) + ">";
        }
    }

    /// `map<string,string>`.
    record TextByText() implements ColumnType {
        @Override
        public String glue() {
            return "map<string,string>";
        }

        @Override
        public String laidOut(int indent) {
            return glue();
        }
    }
}
