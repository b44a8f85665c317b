package io.cognitex.security;

/**
 * What became of the access tokens since the application started.
 *
 * @param hits requests whose token was remembered
 * @param misses requests whose token was not, good or bad
 * @param calls how often Cognito's {@code GetUser} was called, ahead of time too
 * @param refusals requests whose token was not good
 * @param failures requests whose token could not be checked, because Cognito or its keys
 * could not be had
 * @param remembered how many tokens are remembered at present, roughly
 */
public record AccessTokenStatistics(long hits, long misses, long calls, long refusals, long failures, long remembered) {

}
