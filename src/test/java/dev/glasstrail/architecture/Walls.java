package dev.glasstrail.architecture;

import static com.tngtech.archunit.lang.SimpleConditionEvent.violated;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/// The rules that every class below a root package keeps.
final class Walls {

    private static final Set<String> CLOCK_TYPES =
            Set.of(
                    "java.time.Instant",
                    "java.time.LocalDate",
                    "java.time.LocalDateTime",
                    "java.time.LocalTime",
                    "java.time.OffsetDateTime",
                    "java.time.ZonedDateTime",
                    "java.time.Year",
                    "java.time.YearMonth");

    private final String root;

    Walls(String root) {
        this.root = root;
    }

    ArchRule everyClassIsPlaced() {
        return rule(
                "live in a package of the plan",
                (type, events) -> {
                    String place = placeOf(type);
                    if (!PackagePlan.packages().contains(place)) {
                        report(events, type, "the package " + place + " is not in PackagePlan");
                    }
                });
    }

    ArchRule packagesUseOnlyWhatThePlanAllows() {
        return rule(
                "use only packages that the plan allows",
                (type, events) -> {
                    for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                        JavaClass target = dependency.getTargetClass().getBaseComponentType();
                        boolean inside = isInside(target.getPackageName());
                        if (inside && !PackagePlan.mayUse(placeOf(type), placeOf(target))) {
                            report(events, type, dependency.getDescription());
                        }
                    }
                });
    }

    ArchRule firstLevelPackagesAreFreeOfCycles() {
        return slices().matching(root + ".(*)..").should().beFreeOfCycles();
    }

    ArchRule librariesStayInTheirPlaces() {
        return rule(
                "use only libraries that have a place there",
                (type, events) -> {
                    for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                        JavaClass target = dependency.getTargetClass().getBaseComponentType();
                        if (!target.isPrimitive() && !isInside(target.getPackageName())) {
                            checkLibrary(type, target, dependency, events);
                        }
                    }
                });
    }

    ArchRule timeIsHandedIn() {
        return noClasses()
                .that(areNotIn("app", "cli", "schedule"))
                .should()
                .callMethodWhere(DescribedPredicate.describe("reads the clock", Walls::readsClock))
                .as("time is handed in as a Clock or an Instant");
    }

    ArchRule onlyTheCommandLinePrints() {
        return noClasses()
                .that(areNotIn("", "cli"))
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .callMethodWhere(
                        DescribedPredicate.describe("prints a stack trace", Walls::printsTrace))
                .as("only cli prints");
    }

    ArchRule onlyMainEndsTheProcess() {
        return noClasses()
                .that(areNotIn(""))
                .should()
                .callMethod(System.class, "exit", int.class)
                .orShould()
                .callMethod(Runtime.class, "exit", int.class)
                .orShould()
                .callMethod(Runtime.class, "halt", int.class)
                .as("only Main ends the process");
    }

    ArchRule anAdapterHasOneDoor() {
        return rule(
                "be the only public class of their adapter",
                (type, events) -> {
                    if (!PackagePlan.ADAPTERS.contains(placeOf(type)) || !isDoor(type)) {
                        return;
                    }
                    List<String> doors =
                            type.getPackage().getClasses().stream()
                                    .filter(Walls::isDoor)
                                    .map(JavaClass::getSimpleName)
                                    .sorted()
                                    .toList();
                    if (doors.size() > 1) {
                        report(events, type, placeOf(type) + " exposes " + doors);
                    }
                });
    }

    ArchRule absentValuesAreNotOptionalComponents() {
        return rule(
                "return Optional, and neither hold it nor take it",
                (type, events) -> {
                    type.getFields().stream()
                            .filter(field -> field.getRawType().isEquivalentTo(Optional.class))
                            .forEach(field -> report(events, type, field.getDescription()));
                    type.getCodeUnits().stream()
                            .filter(unit -> !unit.getModifiers().contains(JavaModifier.SYNTHETIC))
                            .filter(unit -> takesOptional(unit.getRawParameterTypes()))
                            .forEach(unit -> report(events, type, unit.getDescription()));
                });
    }

    private static boolean takesOptional(List<JavaClass> parameters) {
        return parameters.stream().anyMatch(type -> type.isEquivalentTo(Optional.class));
    }

    private void checkLibrary(
            JavaClass type, JavaClass target, Dependency dependency, ConditionEvents events) {
        Optional<LibraryPlan> plan = LibraryPlan.of(target.getName());
        if (plan.isEmpty()) {
            report(events, type, "no place for this library: " + dependency.getDescription());
        } else if (!plan.get().admits(placeOf(type))) {
            report(events, type, dependency.getDescription());
        }
    }

    private static boolean readsClock(JavaMethodCall call) {
        String owner = call.getTargetOwner().getName();
        String name = call.getName();
        boolean bare = call.getTarget().getRawParameterTypes().isEmpty();
        return (CLOCK_TYPES.contains(owner) && name.equals("now") && bare)
                || (owner.equals("java.time.Clock") && name.startsWith("system"))
                || (owner.equals("java.lang.System") && name.equals("currentTimeMillis"));
    }

    private static boolean printsTrace(JavaMethodCall call) {
        return call.getName().equals("printStackTrace")
                && call.getTargetOwner().isAssignableTo(Throwable.class);
    }

    /// The records that a door takes are facts, not doors.
    private static boolean isDoor(JavaClass type) {
        return !type.isArray()
                && type.getModifiers().contains(JavaModifier.PUBLIC)
                && type.isTopLevelClass()
                && !type.isRecord();
    }

    private DescribedPredicate<JavaClass> areNotIn(String... places) {
        return DescribedPredicate.describe(
                "are not in " + Arrays.toString(places),
                type -> !Arrays.asList(places).contains(placeOf(type)));
    }

    private ArchRule rule(String description, BiConsumer<JavaClass, ConditionEvents> check) {
        return classes()
                .that(
                        DescribedPredicate.describe(
                                "are ours", type -> isInside(type.getPackageName())))
                .should(
                        new ArchCondition<>(description) {
                            @Override
                            public void check(JavaClass type, ConditionEvents events) {
                                check.accept(type, events);
                            }
                        });
    }

    private static void report(ConditionEvents events, JavaClass type, String what) {
        events.add(violated(type, type.getName() + ": " + what));
    }

    private boolean isInside(String packageName) {
        return packageName.equals(root) || packageName.startsWith(root + ".");
    }

    private String placeOf(JavaClass type) {
        String name = type.getPackageName();
        return name.equals(root) ? "" : name.substring(root.length() + 1);
    }
}
