/**
 * An application with its own pages whose accounts live in an Amazon Cognito user pool.
 *
 * <ul>
 * <li>{@link io.cognitex.sample.SecurityConfiguration} says who may see what, and how one
 * logs in.</li>
 * <li>{@link io.cognitex.sample.SignUpController},
 * {@link io.cognitex.sample.ConfirmController},
 * {@link io.cognitex.sample.ForgotPasswordController},
 * {@link io.cognitex.sample.ProfileController} and the other controllers are one concern
 * each: a form, one call of {@link io.cognitex.CognitoAccountManager}, a redirect.</li>
 * <li>{@link io.cognitex.sample.Failure} and {@link io.cognitex.sample.FailureAdvice} say
 * what a page shows when Cognito refuses or does not answer.</li>
 * <li>{@link io.cognitex.sample.HomeController} and
 * {@link io.cognitex.sample.OutboxController} know the embedded pool, if that is what the
 * application runs on; nothing else does.</li>
 * <li>{@link io.cognitex.sample.LocalSessionsConfiguration} lists the sessions of one
 * instance; {@link io.cognitex.sample.ClusterConfiguration} is what those of several
 * need, with the profile {@code cluster}.</li>
 * </ul>
 */
@NullMarked
package io.cognitex.sample;

import org.jspecify.annotations.NullMarked;
