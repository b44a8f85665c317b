package io.cognitex.sample;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

class ArchitectureTests {

	private static final JavaClasses classes = new ClassFileImporter()
		.withImportOption(new ImportOption.DoNotIncludeTests())
		.importPackages("io.cognitex.sample");

	@Test
	void onlyDemoPagesKnowTheEmbeddedPool() {
		noClasses().that()
			.haveNameNotMatching(".*(Home|Outbox|Layout|DemoPool|ChallengeUser).*")
			.should()
			.dependOnClassesThat()
			.resideInAPackage("io.cognitex.embedded..")
			.check(classes);
	}

	@Test
	void nothingCallsTheAwsSdk() {
		noClasses().should().dependOnClassesThat().resideInAPackage("software.amazon..").check(classes);
	}

}
