package dev.glasstrail.architecture;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LineMap;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/// Rules about source files that class files no longer show. Each returns its complaints, one line
/// each and in the order of the paths; empty when all is well.
final class SourceRules {

    private static final int LONGEST_FILE = 400;
    private static final int LONGEST_METHOD = 60;

    private final Path root;

    /// @param root the folder that holds the top-level package
    SourceRules(Path root) {
        this.root = root;
    }

    /// A file aims at 250 lines and a method at 30; these are the limits at which the build fails.
    List<String> tooLong() throws IOException {
        List<String> complaints = new ArrayList<>();
        for (Path file : sources()) {
            int lines = Files.readAllLines(file).size();
            if (lines > LONGEST_FILE) {
                complaints.add(
                        "%s has %d lines, more than %d: split it by what its parts are about"
                                .formatted(root.relativize(file), lines, LONGEST_FILE));
            }
        }
        complaints.addAll(longMethods());
        return complaints;
    }

    /// Every package says what it is for and excludes null, and none is named for nothing.
    List<String> badPackages() throws IOException {
        List<String> complaints = new ArrayList<>();
        for (Path folder : sources().stream().map(Path::getParent).distinct().toList()) {
            Path name = root.relativize(folder);
            String last = name.getFileName().toString().toLowerCase(Locale.ROOT);
            if (PackagePlan.MEANINGLESS.contains(last)) {
                complaints.add(name + " is no name for a package: say what its classes are about");
            }
            Path info = folder.resolve("package-info.java");
            String text = Files.exists(info) ? Files.readString(info) : "";
            if (!text.contains("@NullMarked")) {
                complaints.add(name + " has no package-info.java with @NullMarked");
            } else if (!text.startsWith("/// ")) {
                complaints.add(
                        name + " has a package-info.java that does not begin with its purpose");
            }
        }
        return complaints;
    }

    private List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
        }
    }

    private List<String> longMethods() throws IOException {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager manager =
                compiler.getStandardFileManager(null, Locale.ROOT, UTF_8)) {
            JavacTask task =
                    (JavacTask)
                            compiler.getTask(
                                    null,
                                    manager,
                                    null,
                                    List.of("-proc:none"),
                                    null,
                                    manager.getJavaFileObjectsFromPaths(sources()));
            MethodLengths lengths = new MethodLengths(Trees.instance(task).getSourcePositions());
            for (CompilationUnitTree unit : task.parse()) {
                unit.accept(lengths, unit);
            }
            return lengths.complaints;
        }
    }

    private final class MethodLengths extends TreeScanner<Void, CompilationUnitTree> {

        private final SourcePositions positions;
        private final List<String> complaints = new ArrayList<>();

        private MethodLengths(SourcePositions positions) {
            this.positions = positions;
        }

        @Override
        public Void visitMethod(MethodTree method, CompilationUnitTree unit) {
            LineMap lines = unit.getLineMap();
            long first = lines.getLineNumber(positions.getStartPosition(unit, method));
            long last = lines.getLineNumber(positions.getEndPosition(unit, method));
            long length = last - first + 1;
            if (length > LONGEST_METHOD) {
                complaints.add(
                        "%s: %s has %d lines, more than %d: give its steps names of their own"
                                .formatted(file(unit), method.getName(), length, LONGEST_METHOD));
            }
            return super.visitMethod(method, unit);
        }

        private Path file(CompilationUnitTree unit) {
            return root.toAbsolutePath().relativize(Path.of(unit.getSourceFile().toUri()));
        }
    }
}
