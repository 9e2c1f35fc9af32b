package uk.frith.platform;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.time.LocalDateTime;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Controller;

/** The rules of style that classes can be asked about. */
class HouseStyleTest {

    private static final JavaClasses OURS = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("uk.frith.platform");

    private static final Set<String> ROLES_KEPT_INSIDE = Set.of("Repository", "Pages", "Rules", "Settings", "Listener");

    @Test
    void a_package_is_a_capability_and_never_a_layer() {
        check(noClasses()
                .should()
                .resideInAnyPackage(
                        "..service..",
                        "..dto..",
                        "..model..",
                        "..util..",
                        "..utils..",
                        "..common..",
                        "..impl..",
                        "..internal.."));
    }

    @Test
    void only_the_door_of_a_chapter_is_public() {
        check(noClasses()
                .that(describe(
                        "play a part inside a chapter",
                        type -> ROLES_KEPT_INSIDE.stream().anyMatch(type.getSimpleName()::endsWith)))
                .should()
                .bePublic());
    }

    @Test
    void controllers_are_called_pages() {
        check(classes()
                .that()
                .areAnnotatedWith(Controller.class)
                .should()
                .haveSimpleNameEndingWith("Pages")
                .orShould()
                .resideInAPackage("..foundation.pages"));
    }

    @Test
    void time_chance_and_identity_are_arguments() {
        check(noClasses()
                .should()
                .callMethodWhere(describe(
                        "ask the machine for the time, for chance or for an identity: inject InstantSource, pass a"
                                + " RandomGenerator, let the database number",
                        HouseStyleTest::asksTheMachine))
                .orShould()
                .callConstructor(Random.class));
    }

    @Test
    void a_date_with_a_time_but_no_zone_is_nobodys_moment() {
        check(noClasses()
                .should()
                .dependOnClassesThat(DescribedPredicate.describe(
                        "are LocalDateTime", type -> type.isEquivalentTo(LocalDateTime.class))));
    }

    @Test
    void only_repositories_speak_to_the_database() {
        check(noClasses()
                .that(DescribedPredicate.not(resideInAnyPackage("..launcher..")))
                .and(describe("are not repositories", type -> !speaksToTheDatabase(type)))
                .should()
                .callMethodWhere(describe(
                        "speak SQL",
                        (JavaCall<?> call) -> call.getTargetOwner().isAssignableTo(JdbcClient.class)
                                && call.getName().equals("sql"))));
    }

    private static boolean speaksToTheDatabase(JavaClass type) {
        String name = type.getName().replaceFirst("\\$.*", "");
        // The desks present the token, which is their whole purpose.
        return name.endsWith("Repository") || name.endsWith("Desk");
    }

    private static boolean asksTheMachine(JavaCall<?> call) {
        String owner = call.getTargetOwner().getName();
        boolean time = call.getName().equals("now")
                && owner.startsWith("java.time.")
                && call.getTarget().getParameterTypes().isEmpty();
        boolean chance = owner.equals(Math.class.getName()) && call.getName().equals("random");
        boolean identity = owner.equals(UUID.class.getName()) && call.getName().equals("randomUUID");
        return time || chance || identity;
    }

    private static void check(ArchRule rule) {
        rule.allowEmptyShould(true).check(OURS);
    }
}
