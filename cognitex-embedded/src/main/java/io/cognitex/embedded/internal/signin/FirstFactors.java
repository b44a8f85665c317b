package io.cognitex.embedded.internal.signin;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import io.cognitex.embedded.internal.pool.PoolSettings;
import io.cognitex.embedded.internal.pool.User;

/**
 * All first factors of {@code USER_AUTH}.
 */
public final class FirstFactors {

	private final List<FirstFactor> factors;

	FirstFactors(List<FirstFactor> factors) {
		this.factors = factors;
	}

	/**
	 * The names of the factors that somebody can use.
	 * @param settings the pool's settings
	 * @param user the user; {@code null} for one who does not exist and is to look like
	 * any other
	 * @return the names, in the order in which the service lists them
	 */
	public List<String> available(PoolSettings settings, @Nullable User user) {
		return this.factors.stream()
			.filter((factor) -> factor.isAvailable(settings, user))
			.map(FirstFactor::name)
			.toList();
	}

	List<String> available(Claim claim) {
		return available(claim.request().pool().settings(), claim.user());
	}

	/**
	 * The factor of a name, if the claimed user can use it.
	 */
	Optional<FirstFactor> find(Claim claim, String name) {
		return this.factors.stream()
			.filter((factor) -> factor.name().equals(name))
			.filter((factor) -> factor.isAvailable(claim.request().pool().settings(), claim.user()))
			.findFirst();
	}

	/**
	 * The parameters that come with a choice.
	 */
	Set<String> parameters() {
		return this.factors.stream().map(FirstFactor::parameter).collect(Collectors.toSet());
	}

}
