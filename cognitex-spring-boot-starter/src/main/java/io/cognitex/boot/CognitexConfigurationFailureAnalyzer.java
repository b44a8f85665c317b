package io.cognitex.boot;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Says at start-up what is wrong with the {@code cognitex.*} properties and what to set.
 */
final class CognitexConfigurationFailureAnalyzer extends AbstractFailureAnalyzer<CognitexConfigurationException> {

	@Override
	protected FailureAnalysis analyze(Throwable rootFailure, CognitexConfigurationException cause) {
		List<ConfigurationProblem> problems = cause.getProblems();
		return new FailureAnalysis(list(problems, ConfigurationProblem::description),
				list(problems, ConfigurationProblem::action), cause);
	}

	private String list(List<ConfigurationProblem> problems, Function<ConfigurationProblem, String> sentence) {
		String mark = (problems.size() > 1) ? "- " : "";
		return problems.stream()
			.map(sentence)
			.distinct()
			.map((line) -> mark + line)
			.collect(Collectors.joining(System.lineSeparator()));
	}

}
