package io.cognitex.security;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.AuthorityUtils;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests for {@link CognitoAuthentication} and {@link CognitoPrincipal}.
 */
class CognitoAuthenticationTests {

	@Test
	void toBuilderWhenPrincipalIsOfAnotherTypeThenRefused() {
		CognitoAuthentication.Builder builder = authentication("alice").toBuilder();

		assertThatIllegalArgumentException().isThrownBy(() -> builder.principal("alice"));
	}

	@Test
	void toBuilderWhenSpringMergesFactorsThenItIsDeclaredByTheConcreteClass() {
		assertThat(CognitoAuthentication.class.getDeclaredMethods()).extracting(Method::getName).contains("toBuilder");
	}

	@Test
	void toBuilderWhenAuthoritiesAreAddedThenTheRestIsKept() {
		CognitoAuthentication authentication = authentication("alice");
		authentication.setDetails("details");

		CognitoAuthentication copy = authentication.toBuilder()
			.authorities((authorities) -> authorities.addAll(AuthorityUtils.createAuthorityList("FACTOR_OTT")))
			.build();

		assertThat(copy.getAuthorities()).extracting(GrantedAuthority::getAuthority)
			.containsExactly("ROLE_admin", "FACTOR_OTT");
		assertThat(copy.getPrincipal()).isEqualTo(authentication.getPrincipal());
		assertThat(copy.getTokens()).isEqualTo(authentication.getTokens());
		assertThat(copy.getDetails()).isEqualTo("details");
		assertThat(copy.isAuthenticated()).isTrue();
	}

	@Test
	void eraseCredentialsWhenLoggedInThenTokensStay() {
		CognitoAuthentication authentication = authentication("alice");

		authentication.eraseCredentials();

		assertThat(authentication.getTokens()).isEqualTo(TestTokens.tokens());
		assertThat(authentication.getCredentials()).isNull();
	}

	@Test
	void serializeWhenStoredInASessionThenComesBackWhole() throws Exception {
		CognitoAuthentication authentication = authentication("alice");

		CognitoAuthentication copy = (CognitoAuthentication) deserialize(serialize(authentication));

		assertThat(copy).isEqualTo(authentication);
		assertThat(copy.getTokens()).isEqualTo(authentication.getTokens());
		assertThat(copy.getPrincipal().getAttributes()).isEqualTo(authentication.getPrincipal().getAttributes());
		assertThat(copy.getPrincipal().getGroups()).containsExactly("admin");
	}

	@Test
	void equalsWhenSameUserThenAttributesAndGroupsDoNotMatter() {
		CognitoPrincipal before = new CognitoPrincipal("alice", TestTokens.SUBJECT, List.of(), Map.of(), List.of());

		assertThat(before).isEqualTo(authentication("alice").getPrincipal())
			.hasSameHashCodeAs(authentication("alice").getPrincipal())
			.isNotEqualTo(new CognitoPrincipal("alice", "another-subject", List.of(), Map.of(), List.of()));
	}

	private static CognitoAuthentication authentication(String name) {
		List<GrantedAuthority> authorities = AuthorityUtils.createAuthorityList("ROLE_admin");
		return new CognitoAuthentication(new CognitoPrincipal(name, TestTokens.SUBJECT, List.of("admin"),
				Map.of("email", "alice@example.com"), authorities), TestTokens.tokens(), authorities);
	}

	private static byte[] serialize(Object object) throws IOException {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
			out.writeObject(object);
		}
		return bytes.toByteArray();
	}

	private static Object deserialize(byte[] bytes) throws IOException, ClassNotFoundException {
		try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes))) {
			return in.readObject();
		}
	}

}
