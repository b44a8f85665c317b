/**
 * The server's side of SRP as Cognito speaks it: {@link SrpPassword} is what is kept of a
 * password, {@link SrpExchange} one proof of it.
 */
@NullMarked
package io.cognitex.embedded.internal.srp;

import org.jspecify.annotations.NullMarked;
