/**
 * The embedded pool, driven by clients that are not ours: the AWS SDK for Java,
 * {@code java.net.http} and Nimbus JOSE.
 */
@NullMarked
package io.cognitex.embedded;

import org.jspecify.annotations.NullMarked;
