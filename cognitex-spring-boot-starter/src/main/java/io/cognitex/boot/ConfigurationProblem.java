package io.cognitex.boot;

/**
 * One thing that is wrong with the configuration.
 *
 * @param description what is wrong, a sentence that repeats no secret
 * @param action what to do about it, a sentence
 */
public record ConfigurationProblem(String description, String action) {

}
