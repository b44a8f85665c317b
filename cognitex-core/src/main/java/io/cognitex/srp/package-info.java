/**
 * Secure Remote Password as Cognito speaks it, on the JDK alone and usable alone: the
 * client's half of {@code USER_SRP_AUTH} and of a remembered device's
 * {@code DEVICE_SRP_AUTH}.
 *
 * <ul>
 * <li>{@link io.cognitex.srp.SrpClient} is the way in: one object for one sign-in.</li>
 * <li>{@link io.cognitex.srp.SrpIdentity} is who signs in and with which password.</li>
 * <li>{@link io.cognitex.srp.SrpChallenge} is what Cognito sends.</li>
 * <li>{@link io.cognitex.srp.SrpProof} is what goes back.</li>
 * <li>{@link io.cognitex.srp.SrpVerifier} is what Cognito needs to remember a
 * device.</li>
 * </ul>
 *
 * <pre class="code">
 * SrpClient srp = SrpClient.create();
 * // InitiateAuth, AuthParameters: USERNAME, SRP_A = srp.publicValue()
 * // Cognito answers PASSWORD_VERIFIER with the ChallengeParameters p
 * SrpProof proof = srp.prove(SrpIdentity.ofUser(poolName, p.get("USER_ID_FOR_SRP"), password),
 *     SrpChallenge.of(p.get("SALT"), p.get("SRP_B"), p.get("SECRET_BLOCK")), Instant.now());
 * // RespondToAuthChallenge, ChallengeResponses: USERNAME = p.get("USER_ID_FOR_SRP"),
 * // PASSWORD_CLAIM_SIGNATURE, PASSWORD_CLAIM_SECRET_BLOCK and TIMESTAMP from the proof
 * </pre>
 *
 * <p>
 * Inside, {@code SrpGenerator} raises the generator to a power, after some sign-ins with
 * the help of {@code SrpPowerTable} and {@code SrpReduction}; {@code SrpHash} has the
 * hashes.
 */
@NullMarked
package io.cognitex.srp;

import org.jspecify.annotations.NullMarked;
