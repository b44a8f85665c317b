package io.cognitex;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import org.junit.jupiter.api.Test;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

/**
 * The rules for who may know whom.
 */
class ArchitectureTests {

	private static final String SDK_CLIENT = "software.amazon.awssdk.services..";

	private static final JavaClasses CLASSES = new ClassFileImporter()
		.withImportOption(new ImportOption.DoNotIncludeTests())
		.withImportOption((location) -> !location.contains("/io/cognitex/secretwatch/"))
		.importPackages("io.cognitex");

	@Test
	void rootDoesNotKnowSpring() {
		noClasses().that()
			.resideInAnyPackage("io.cognitex", "io.cognitex.jwt", "io.cognitex.srp", "io.cognitex.token")
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage("org.springframework..", "jakarta..")
			.check(CLASSES);
	}

	@Test
	void rootDoesNotKnowSecurity() {
		noClasses().that()
			.resideOutsideOfPackage("io.cognitex.security..")
			.should()
			.dependOnClassesThat()
			.resideInAPackage("io.cognitex.security..")
			.check(CLASSES);
	}

	@Test
	void securityDoesNotKnowTheWeb() {
		noClasses().that()
			.resideInAPackage("io.cognitex.security")
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage("io.cognitex.security.web..", "org.springframework.security.web..",
					"org.springframework.web..", "jakarta.servlet..")
			.check(CLASSES);
	}

	@Test
	void onlyGatewaysKnowTheModelOfTheSdk() {
		noClasses().that()
			.haveSimpleNameNotEndingWith("Gateway")
			.and()
			.doNotBelongToAnyOf(CognitoCalls.class, ContextTypes.class)
			.should()
			.dependOnClassesThat()
			.resideInAPackage("software.amazon.awssdk.services.cognitoidentityprovider.model")
			.check(CLASSES);
	}

	@Test
	void onlyGatewaysAndTheirMakersKnowTheClientOfTheSdk() {
		noClasses().that()
			.haveSimpleNameNotEndingWith("Gateway")
			.and()
			.doNotBelongToAnyOf(CognitoCalls.class, ContextTypes.class, LazyClient.class, ClientFactory.class,
					CognitoAccountManagerBuilder.class)
			.should()
			.dependOnClassesThat()
			.resideInAPackage(SDK_CLIENT)
			.check(CLASSES);
	}

	@Test
	void onlyRootKnowsTheSdk() {
		noClasses().that()
			.resideOutsideOfPackage("io.cognitex")
			.should()
			.dependOnClassesThat()
			.resideInAPackage("software.amazon.awssdk..")
			.check(CLASSES);
	}

	@Test
	void srpKnowsNothingButTheJdk() {
		noClasses().that()
			.resideInAPackage("io.cognitex.srp")
			.should()
			.dependOnClassesThat()
			.resideOutsideOfPackages("io.cognitex.srp", "java..", "javax.crypto..", "org.jspecify..")
			.check(CLASSES);
	}

	@Test
	void packagesDependOnEachOtherInOneDirection() {
		SlicesRuleDefinition.slices().assignedFrom(new PackageSlices()).should().beFreeOfCycles().check(CLASSES);
	}

	private static final class PackageSlices implements SliceAssignment {

		@Override
		public SliceIdentifier getIdentifierOf(JavaClass javaClass) {
			return javaClass.getPackageName().startsWith("io.cognitex") ? SliceIdentifier.of(javaClass.getPackageName())
					: SliceIdentifier.ignore();
		}

		@Override
		public String getDescription() {
			return "packages";
		}

	}

}
