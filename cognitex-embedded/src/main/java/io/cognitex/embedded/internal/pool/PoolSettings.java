package io.cognitex.embedded.internal.pool;

import java.util.List;
import java.util.Set;

/**
 * What a pool was created with.
 *
 * @param names under which names users sign in
 * @param schema which attributes users have
 * @param passwordPolicy what passwords have to look like
 * @param autoVerifiedAttributes the attributes that get a code at sign-up and change
 * @param verifiedBeforeUpdate the attributes that keep their old value until the new one
 * is verified
 * @param recoveryMechanisms where a forgotten password's code may go, best first:
 * {@code verified_email}, {@code verified_phone_number}, or only {@code admin_only}
 * @param adminCreateUserOnly whether users cannot sign up themselves
 */
public record PoolSettings(SignInNames names, Schema schema, PasswordPolicy passwordPolicy,
		Set<String> autoVerifiedAttributes, Set<String> verifiedBeforeUpdate, List<String> recoveryMechanisms,
		boolean adminCreateUserOnly) {

	public PoolSettings {
		autoVerifiedAttributes = Set.copyOf(autoVerifiedAttributes);
		verifiedBeforeUpdate = Set.copyOf(verifiedBeforeUpdate);
		recoveryMechanisms = List.copyOf(recoveryMechanisms);
	}

}
