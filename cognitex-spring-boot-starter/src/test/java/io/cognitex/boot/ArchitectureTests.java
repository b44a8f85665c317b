package io.cognitex.boot;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

/**
 * The rules that Spring Boot holds its own auto-configurations to, and ours.
 */
class ArchitectureTests {

	private static final JavaClasses CLASSES = new ClassFileImporter()
		.withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
		.importPackages("io.cognitex.boot");

	@Test
	void autoConfigurationsShouldBePublicAndFinal() {
		classes().that()
			.areAnnotatedWith(AutoConfiguration.class)
			.should()
			.bePublic()
			.andShould()
			.haveModifier(JavaModifier.FINAL)
			.check(CLASSES);
	}

	@Test
	void autoConfigurationsShouldHaveNoPublicMembers() {
		classes().that().areAnnotatedWith(AutoConfiguration.class).should(haveNoPublicMembers()).check(CLASSES);
	}

	@Test
	void beanMethodsShouldBePackagePrivate() {
		methods().that().areAnnotatedWith(Bean.class).should().bePackagePrivate().check(CLASSES);
	}

	@Test
	void conditionsShouldNotBePublic() {
		classes().that().areAssignableTo(Condition.class).should().notBePublic().check(CLASSES);
	}

	@Test
	void packagesShouldBeFreeOfCycles() {
		slices().matching("io.cognitex.boot.(**)").should().beFreeOfCycles().check(CLASSES);
		noClasses().that()
			.resideInAPackage("io.cognitex.boot")
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage("io.cognitex.boot.embedded", "io.cognitex.boot.security")
			.check(CLASSES);
	}

	@Test
	void onlyTheEmbeddedPackageShouldKnowTheEmbeddedPool() {
		noClasses().that()
			.resideOutsideOfPackage("io.cognitex.boot.embedded")
			.should()
			.dependOnClassesThat()
			.resideInAPackage("io.cognitex.embedded..")
			.check(CLASSES);
	}

	private static ArchCondition<JavaClass> haveNoPublicMembers() {
		return new ArchCondition<>("have no public members but the default constructor") {

			@Override
			public void check(JavaClass item, ConditionEvents events) {
				item.getMembers()
					.stream()
					.filter((member) -> member.getModifiers().contains(JavaModifier.PUBLIC))
					.filter((member) -> !isDefaultConstructor(item, member))
					.forEach((member) -> events
						.add(SimpleConditionEvent.violated(member, member.getDescription() + " is public")));
			}

		};
	}

	private static boolean isDefaultConstructor(JavaClass owner, JavaMember member) {
		return owner.getConstructors().contains(member) && owner.getConstructors().size() == 1;
	}

}
