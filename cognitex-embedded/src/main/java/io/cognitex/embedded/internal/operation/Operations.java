package io.cognitex.embedded.internal.operation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The operations by name.
 */
public final class Operations {

	private final Map<String, Operation> operations;

	public Operations(Services services) {
		this.operations = all(services).stream().collect(Collectors.toMap(Operation::name, Function.identity()));
	}

	/**
	 * Finds an operation.
	 * @param name the name
	 * @return the operation, if it is emulated
	 */
	public Optional<Operation> find(String name) {
		return Optional.ofNullable(this.operations.get(name));
	}

	private static List<Operation> all(Services services) {
		// @formatter:off
		return List.of(
				new SignUp(services),
				new ConfirmSignUp(services),
				new InitiateAuth(services),
				new RespondToAuthChallenge(services),
				new GetUser(services));
		// @formatter:on
	}

}
