package io.cognitex.embedded;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import org.junit.jupiter.api.Test;

class ArchitectureTests {

	private static final String ROOT = "io.cognitex.embedded";

	private final JavaClasses classes = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
		.importPackages(ROOT);

	@Test
	void moduleWhenItDependsOnOthersThenOnlyOnAFew() {
		ArchRuleDefinition.classes()
			.should()
			.onlyDependOnClassesThat()
			.resideInAnyPackage(ROOT + "..", "java..", "javax.crypto..", "com.sun.net.httpserver..", "org.slf4j..",
					"org.jspecify..", "tools.jackson..")
			.because("the embedded pool shares no code with what it is to test")
			.check(this.classes);
	}

	@Test
	void packagesWhenTheyDependOnEachOtherThenOneWay() {
		SlicesRuleDefinition.slices().matching(ROOT + ".internal.(*)..").should().beFreeOfCycles().check(this.classes);
	}

	@Test
	void internalWhenItDependsOnOthersThenNotOnTheApi() {
		ArchRuleDefinition.noClasses()
			.that()
			.resideInAPackage(ROOT + ".internal..")
			.should()
			.dependOnClassesThat()
			.resideInAPackage(ROOT)
			.check(this.classes);
	}

	@Test
	void apiWhenUsedThenShowsNothingInternal() {
		ArchRuleDefinition.methods()
			.that()
			.arePublic()
			.and()
			.areDeclaredInClassesThat()
			.resideInAPackage(ROOT)
			.should()
			.notHaveRawReturnType(JavaClass.Predicates.resideInAPackage(ROOT + ".internal.."))
			.check(this.classes);
	}

}
