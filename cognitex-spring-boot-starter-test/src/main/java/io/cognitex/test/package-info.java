/**
 * What tests of an application that uses Cognitex need.
 *
 * <ul>
 * <li>{@link io.cognitex.test.EmbeddedCognito @EmbeddedCognito} gives a
 * {@code @SpringBootTest} a user pool of its own, which speaks Cognito's protocol.</li>
 * <li>{@link io.cognitex.test.CognitoMockMvcRequestPostProcessors} makes MockMvc requests
 * of a user who is logged in: of one who is made up ({@code cognitoUser()}), or of one in
 * the pool ({@code cognitoLogin(…)}).</li>
 * <li>{@link io.cognitex.test.WithMockCognitoUser @WithMockCognitoUser} runs a test
 * method as a user who is made up.</li>
 * </ul>
 */
@NullMarked
package io.cognitex.test;

import org.jspecify.annotations.NullMarked;
