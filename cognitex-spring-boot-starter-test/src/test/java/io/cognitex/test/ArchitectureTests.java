package io.cognitex.test;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

/**
 * What the test starter may know.
 */
class ArchitectureTests {

	private static final JavaClasses CLASSES = new ClassFileImporter()
		.withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
		.importPackages("io.cognitex.test");

	@Test
	void classesShouldUseOnlyThePublicApiOfTheEmbeddedPool() {
		noClasses().should().dependOnClassesThat().resideInAPackage("io.cognitex.embedded.internal..").check(CLASSES);
	}

	@Test
	void classesShouldNotDependOnATestFramework() {
		noClasses().should().dependOnClassesThat().resideInAnyPackage("org.junit..", "org.mockito..").check(CLASSES);
	}

}
