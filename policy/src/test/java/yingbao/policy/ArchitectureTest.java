package yingbao.policy;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.codeUnits;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitCallTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaType;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Who may use whom, and what nobody may do. */
class ArchitectureTest {
    private static final String ROOT = "yingbao.policy";

    /** Every package with those of this library that it may use. */
    private static final Map<String, Set<String>> MAY_USE = Map.of(
            "value", Set.of(),
            "expr", Set.of("value"),
            "pack", Set.of("value", "expr"),
            "reading", Set.of("value", "expr", "pack", "batch"),
            "register", Set.of("value", "expr", "pack"),
            "decide", Set.of("value", "expr", "pack"),
            "batch", Set.of("value", "expr", "pack", "decide"));

    private static final Set<String> FLOATING =
            Set.of("float", "double", "java.lang.Float", "java.lang.Double", "[F", "[D");

    private static final List<String> CLOCKS =
            List.of("now", "currentTimeMillis", "nanoTime", "systemUTC", "systemDefaultZone");

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);

    @Test
    void theClassesAreSeen() {
        assertThat(CLASSES.contain(Messages.class)).isTrue();
        assertThat(CLASSES.contain(ArchitectureTest.class)).isFalse();
        assertThat(CLASSES).hasSizeGreaterThan(100);
    }

    @Test
    void everyPackageUsesOnlyThoseBelowIt() {
        Set<String> parts = new TreeSet<>();
        CLASSES.forEach(type -> parts.add(type.getPackageName().replaceFirst("^" + ROOT + "\\.?", "")));
        parts.remove("");
        assertThat(MAY_USE.keySet())
                .as("packages with their place in the order")
                .containsAll(parts);
        for (String part : parts) {
            Set<String> others = new TreeSet<>(MAY_USE.keySet());
            others.removeAll(MAY_USE.getOrDefault(part, Set.of()));
            others.remove(part);
            noClasses()
                    .that()
                    .resideInAPackage(ROOT + "." + part + "..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(others.stream()
                            .map(other -> ROOT + "." + other + "..")
                            .toArray(String[]::new))
                    .check(CLASSES);
        }
        slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void theLibraryKnowsNothingOfThoseWhoUseIt() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("yingbao.cli..", "yingbao.platform..", "org.springframework..")
                .check(CLASSES);
    }

    @Test
    void onlyTheRuleLanguageTouchesCel() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".expr..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.cel..", "com.google..")
                .check(CLASSES);
    }

    @Test
    void celDoesNotShowInWhatTheRuleLanguageOffers() {
        classes()
                .that()
                .resideInAPackage(ROOT + ".expr..")
                .and()
                .arePublic()
                .should(new ArchCondition<JavaClass>("offer none of CEL's types") {
                    @Override
                    public void check(JavaClass type, ConditionEvents events) {
                        for (JavaCodeUnit unit : type.getCodeUnits()) {
                            boolean offered = unit.getModifiers().contains(JavaModifier.PUBLIC);
                            boolean foreign = unit.getAllInvolvedRawTypes().stream()
                                    .anyMatch(used -> used.getPackageName().startsWith("dev.cel")
                                            || used.getPackageName().startsWith("com.google"));
                            if (offered && foreign) {
                                events.add(SimpleConditionEvent.violated(unit, unit.getFullName()));
                            }
                        }
                    }
                })
                .check(CLASSES);
    }

    @Test
    void onlyThePackReaderTouchesYaml() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + ".reading..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.snakeyaml..")
                .check(CLASSES);
    }

    @Test
    void nothingIsKeptOrPassedAsFloatingPoint() {
        fields().should(new ArchCondition<JavaField>("not be floating point") {
                    @Override
                    public void check(JavaField field, ConditionEvents events) {
                        refuse(field.getAllInvolvedRawTypes(), field.getFullName(), events);
                    }
                })
                .check(CLASSES);
        codeUnits()
                .should(new ArchCondition<JavaCodeUnit>("neither take nor give floating point") {
                    @Override
                    public void check(JavaCodeUnit unit, ConditionEvents events) {
                        refuse(unit.getAllInvolvedRawTypes(), unit.getFullName(), events);
                    }
                })
                .check(CLASSES);
    }

    private static void refuse(Set<JavaClass> involved, String where, ConditionEvents events) {
        involved.stream()
                .map(JavaType::getName)
                .filter(FLOATING::contains)
                .forEach(name -> events.add(SimpleConditionEvent.violated(where, where + " is " + name)));
    }

    @Test
    void nobodyReadsTheClock() {
        noClasses()
                .should()
                .callCodeUnitWhere(DescribedPredicate.describe("it reads the clock", call -> isClock(call.getTarget())))
                .check(CLASSES);
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.util.Date")
                .check(CLASSES);
    }

    private static boolean isClock(CodeUnitCallTarget target) {
        String owner = target.getOwner().getName();
        return (owner.startsWith("java.time.") || owner.equals("java.lang.System"))
                && CLOCKS.contains(target.getName());
    }

    @Test
    void nobodyPrints() {
        NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.check(CLASSES);
    }
}
