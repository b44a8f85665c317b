package io.cognitex.token;

import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;

import io.cognitex.CognitoError;
import io.cognitex.CognitoException;
import io.cognitex.jwt.MalformedJwtException;
import io.cognitex.jwt.UnverifiedJwt;

/**
 * Verifies access tokens of one user pool: signature, issuer, expiry, use and app client.
 * Forged and foreign tokens are turned away here, before they cost a call. What it cannot
 * see is a revocation: only Cognito knows of that.
 *
 * <pre class="code">
 * CognitoTokenVerifier verifier = CognitoTokenVerifier.builder()
 *     .userPool(CognitoUserPool.of("eu-central-1_AbCdEfGhI"))
 *     .clientIds("1example23456789")
 *     .build();
 * VerifiedAccessToken token = verifier.verifyAccessToken(text);
 * </pre>
 *
 * <p>
 * The algorithm is RS256, whatever the token says. Keys come from the pool alone: a
 * {@code jwk}, {@code jku} or {@code x5u} in the token is not looked at. They are fetched
 * when the first token comes, kept through an outage, and fetched again when a token
 * names a key that is not known, at most twice in a minute.
 *
 * <p>
 * Safe for use by many threads.
 *
 * @see <a href=
 * "https://docs.aws.amazon.com/cognito/latest/developerguide/amazon-cognito-user-pools-using-tokens-verifying-a-jwt.html">Verifying
 * JSON web tokens</a>
 */
public final class CognitoTokenVerifier {

	private final AccessTokenRules rules;

	private final KeyCache keys;

	CognitoTokenVerifier(AccessTokenRules rules, KeyCache keys) {
		this.rules = rules;
		this.keys = keys;
	}

	/**
	 * Begins to make a verifier.
	 * @return a builder that needs a user pool or issuer, and an app client
	 */
	public static CognitoTokenVerifierBuilder builder() {
		return new CognitoTokenVerifierBuilder();
	}

	/**
	 * Whose tokens are accepted.
	 * @return the issuer that every token must name
	 */
	public String issuer() {
		return this.rules.issuer();
	}

	/**
	 * Verifies an access token.
	 * @param token as it was sent, without {@code Bearer}
	 * @return what it says
	 * @throws CognitoException {@link CognitoError#NOT_AUTHORIZED} if the token is
	 * malformed, longer than 16 kB, forged, expired, no access token, or of another pool
	 * or app client; {@link CognitoError#SERVICE_UNAVAILABLE} if the pool's keys cannot
	 * be had. The message says which, and repeats nothing of the token
	 */
	public VerifiedAccessToken verifyAccessToken(String token) {
		UnverifiedJwt unverified = parse(token);
		if (!"RS256".equals(unverified.header().get("alg"))) {
			throw Refusal.because("The token is not signed with RS256");
		}
		if (unverified.header().containsKey("crit")) {
			throw Refusal.because("The token has critical extensions");
		}
		VerifiedAccessToken claims = this.rules.check(unverified);
		if (!isSigned(unverified, key(unverified))) {
			throw Refusal.because("The token's signature does not match");
		}
		return claims;
	}

	private static UnverifiedJwt parse(String token) {
		try {
			return UnverifiedJwt.parse(token);
		}
		catch (MalformedJwtException ex) {
			throw Refusal.because(ex.getMessage());
		}
	}

	private RSAPublicKey key(UnverifiedJwt token) {
		RSAPublicKey key = (token.header().get("kid") instanceof String keyId) ? this.keys.get(keyId) : null;
		if (key == null) {
			throw Refusal.because("The token is signed with a key that the user pool does not have");
		}
		return key;
	}

	private static boolean isSigned(UnverifiedJwt token, RSAPublicKey key) {
		try {
			Signature signature = Signature.getInstance("SHA256withRSA");
			signature.initVerify(key);
			signature.update(token.signingInput());
			return signature.verify(token.signature());
		}
		catch (GeneralSecurityException ex) {
			// thrown for a signature of another length than the key's, among others
			return false;
		}
	}

}
