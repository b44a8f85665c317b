package io.cognitex.embedded;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.ObjectMapper;

import io.cognitex.embedded.internal.model.Json;
import io.cognitex.embedded.internal.state.Stateful;

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
					"org.jspecify..", "tools.jackson..", "com.webauthn4j..", "org.junit.jupiter.api..")
			.because("the embedded pool shares no code with what it is to test")
			.check(this.classes);
	}

	@Test
	void packagesWhenTheyDependOnEachOtherThenOneWay() {
		SlicesRuleDefinition.slices().matching(ROOT + ".internal.(*)..").should().beFreeOfCycles().check(this.classes);
	}

	@Test
	void jsonMapperWhenUsedThenByOneClassThatStartsWithout() {
		ArchRuleDefinition.noClasses()
			.that()
			.doNotHaveFullyQualifiedName(Json.class.getName())
			.should()
			.dependOnClassesThat()
			.areAssignableTo(ObjectMapper.class)
			.because("making one takes longer than all the rest of a start")
			.check(this.classes);
	}

	@Test
	void junitWhenUsedThenOnlyByItsExtension() {
		ArchRuleDefinition.noClasses()
			.that()
			.resideOutsideOfPackage(ROOT + ".junit..")
			.should()
			.dependOnClassesThat()
			.resideInAnyPackage("org.junit..", ROOT + ".junit..")
			.check(this.classes);
	}

	@Test
	void stateWhenItChangesThenCanBeRestored() {
		ArchRuleDefinition.classes()
			.that(DescribedPredicate.describe("hold state", ArchitectureTests::holdsState))
			.and()
			// What a snapshot leaves out on purpose: the record of calls.
			.resideOutsideOfPackage(ROOT + ".internal.call..")
			.should()
			.implement(Stateful.class)
			.check(this.classes);
	}

	private static boolean holdsState(JavaClass javaClass) {
		return javaClass.getConstructors()
			.stream()
			.flatMap((constructor) -> constructor.getConstructorCallsFromSelf().stream())
			.map((call) -> call.getTargetOwner().getName())
			.anyMatch((name) -> name.startsWith("java.util.concurrent.Concurrent")
					|| name.equals("java.util.ArrayDeque"));
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
