/**
 * {@link io.cognitex.embedded.junit.EmbeddedCognitoExtension} starts pools for tests with
 * JUnit Jupiter 5 and 6, which is not brought along.
 */
@NullMarked
package io.cognitex.embedded.junit;

import org.jspecify.annotations.NullMarked;
