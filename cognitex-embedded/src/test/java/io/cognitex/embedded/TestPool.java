package io.cognitex.embedded;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import software.amazon.awssdk.services.cognitoidentityprovider.CognitoIdentityProviderClient;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AttributeType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthFlowType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.AuthenticationResultType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.ChallengeNameType;
import software.amazon.awssdk.services.cognitoidentityprovider.model.InitiateAuthResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.RespondToAuthChallengeResponse;
import software.amazon.awssdk.services.cognitoidentityprovider.model.SignUpResponse;

/**
 * An embedded pool, a client of the AWS SDK for it, and the calls that tests make most.
 */
final class TestPool implements AutoCloseable {

	static final String PASSWORD = "Passw0rd!";

	static final String OTHER_PASSWORD = "0ther-Passw0rd";

	final EmbeddedCognito cognito;

	final CognitoIdentityProviderClient client;

	private TestPool(EmbeddedCognito cognito) {
		this.cognito = cognito;
		this.client = TestClients.anonymous(cognito);
	}

	static TestPool start() {
		return start((builder) -> builder);
	}

	static TestPool start(UnaryOperator<EmbeddedCognitoBuilder> settings) {
		return new TestPool(settings.apply(EmbeddedCognito.builder()).start());
	}

	String clientId() {
		return this.cognito.clientId();
	}

	void addAlice() {
		this.cognito.addUser(TestUsers.alice().build());
	}

	SignUpResponse signUp(String username, String... namesAndValues) {
		return this.client.signUp((request) -> request.clientId(clientId())
			.username(username)
			.password(PASSWORD)
			.userAttributes(attributes(namesAndValues)));
	}

	void confirmSignUp(String username, String code) {
		this.client.confirmSignUp((request) -> request.clientId(clientId()).username(username).confirmationCode(code));
	}

	String lastCode(String username) {
		return this.cognito.lastMessage(username).orElseThrow().code();
	}

	/**
	 * A code that is not the given one.
	 */
	static String wrong(String code) {
		return (code.charAt(0) == '0') ? "1" + code.substring(1) : "0" + code.substring(1);
	}

	InitiateAuthResponse initiate(AuthFlowType flow, Map<String, String> parameters) {
		return this.client
			.initiateAuth((request) -> request.clientId(clientId()).authFlow(flow).authParameters(parameters));
	}

	RespondToAuthChallengeResponse respond(ChallengeNameType challenge, String session, Map<String, String> responses) {
		return this.client.respondToAuthChallenge((request) -> request.clientId(clientId())
			.challengeName(challenge)
			.session(session)
			.challengeResponses(responses));
	}

	InitiateAuthResponse signIn(String username, String password) {
		return initiate(AuthFlowType.USER_PASSWORD_AUTH, Map.of("USERNAME", username, "PASSWORD", password));
	}

	AuthenticationResultType signIn(String username) {
		return signIn(username, PASSWORD).authenticationResult();
	}

	String accessToken(String username) {
		return signIn(username).accessToken();
	}

	Map<String, String> srpChallenge(SrpClient srp, String username) {
		return initiate(AuthFlowType.USER_SRP_AUTH, Map.of("USERNAME", username, "SRP_A", srp.publicValue()))
			.challengeParameters();
	}

	RespondToAuthChallengeResponse srpSignIn(String username, String password) {
		SrpClient srp = new SrpClient();
		Map<String, String> challenge = srpChallenge(srp, username);
		return respond(ChallengeNameType.PASSWORD_VERIFIER, null,
				srp.responses(this.cognito.userPoolId(), challenge, password));
	}

	Map<String, String> attributesOf(String accessToken) {
		return map(this.client.getUser((request) -> request.accessToken(accessToken)).userAttributes());
	}

	void updateAttributes(String accessToken, String... namesAndValues) {
		this.client.updateUserAttributes(
				(request) -> request.accessToken(accessToken).userAttributes(attributes(namesAndValues)));
	}

	String secretHash(String username) {
		return secretHash(Optional.ofNullable(this.cognito.clientSecret()).orElseThrow(), username, clientId());
	}

	static String secretHash(String secret, String username, String clientId) {
		try {
			Mac mac = Mac.getInstance("HmacSHA256");
			mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
			mac.update(username.getBytes(StandardCharsets.UTF_8));
			return Base64.getEncoder().encodeToString(mac.doFinal(clientId.getBytes(StandardCharsets.UTF_8)));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	static AttributeType[] attributes(String... namesAndValues) {
		AttributeType[] attributes = new AttributeType[namesAndValues.length / 2];
		for (int i = 0; i < attributes.length; i++) {
			attributes[i] = AttributeType.builder()
				.name(namesAndValues[2 * i])
				.value(namesAndValues[2 * i + 1])
				.build();
		}
		return attributes;
	}

	static Map<String, String> map(List<AttributeType> attributes) {
		Map<String, String> map = new HashMap<>();
		attributes.forEach((attribute) -> map.put(attribute.name(), attribute.value()));
		return map;
	}

	@Override
	public void close() {
		this.client.close();
		this.cognito.close();
	}

}
