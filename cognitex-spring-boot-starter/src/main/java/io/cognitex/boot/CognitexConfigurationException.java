package io.cognitex.boot;

import java.io.Serial;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Thrown at start-up when the {@code cognitex.*} properties cannot work, with all that is
 * wrong at once.
 */
public final class CognitexConfigurationException extends RuntimeException {

	@Serial
	private static final long serialVersionUID = 1L;

	private final transient List<ConfigurationProblem> problems;

	/**
	 * Made of what is wrong.
	 * @param problems at least one
	 */
	public CognitexConfigurationException(List<ConfigurationProblem> problems) {
		super(problems.stream().map(ConfigurationProblem::description).collect(Collectors.joining(" ")));
		this.problems = List.copyOf(problems);
	}

	/**
	 * What is wrong.
	 * @return the problems, in the order in which they should be read
	 */
	public List<ConfigurationProblem> getProblems() {
		return this.problems;
	}

}
