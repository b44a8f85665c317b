/**
 * SRP against numbers that other implementations have computed.
 */
@NullMarked
package io.cognitex.embedded.internal.srp;

import org.jspecify.annotations.NullMarked;
