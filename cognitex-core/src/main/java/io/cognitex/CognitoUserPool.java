package io.cognitex;

import java.util.regex.Pattern;

/**
 * The id of a user pool and what follows from it.
 *
 * @param id such as {@code eu-central-1_AbCdEfGhI}
 */
public record CognitoUserPool(String id) {

	private static final int MAX_LENGTH = 55;

	private static final Pattern PATTERN = Pattern.compile("[\\w-]+_[0-9a-zA-Z]+");

	/**
	 * A pool by its id.
	 * @param id as the AWS console shows it
	 * @throws IllegalArgumentException if it cannot be the id of a user pool
	 */
	public CognitoUserPool {
		if (id.length() > MAX_LENGTH || !PATTERN.matcher(id).matches()) {
			throw new IllegalArgumentException(
					"'" + id + "' is not the id of a user pool, which looks like 'eu-central-1_AbCdEfGhI'");
		}
	}

	/**
	 * A pool by its id.
	 * @param id as the AWS console shows it
	 * @return the pool
	 * @throws IllegalArgumentException if it cannot be the id of a user pool
	 */
	public static CognitoUserPool of(String id) {
		return new CognitoUserPool(id);
	}

	/**
	 * The AWS region in which the pool lives.
	 * @return such as {@code eu-central-1}
	 */
	public String region() {
		return this.id.substring(0, this.id.indexOf('_'));
	}

	/**
	 * The id without the region, which Cognito mixes into SRP.
	 * @return such as {@code AbCdEfGhI}
	 */
	public String name() {
		return this.id.substring(this.id.indexOf('_') + 1);
	}

	/**
	 * The {@code iss} of the pool's tokens. Pools with an issuer configuration of type
	 * {@code UPDATED} have another one, which has to be configured.
	 * @return the issuer, without a slash at the end
	 */
	public String issuer() {
		String region = region();
		String suffix = region.startsWith("cn-") ? "amazonaws.com.cn" : "amazonaws.com";
		return "https://cognito-idp." + region + "." + suffix + "/" + this.id;
	}

}
