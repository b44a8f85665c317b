package io.cognitex.test;

import io.cognitex.security.CognitoAuthentication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.junit.jupiter.SpringExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link WithMockCognitoUser @WithMockCognitoUser}, in a context without a
 * mapper of its own.
 */
@ExtendWith(SpringExtension.class)
@ContextConfiguration(classes = WithMockCognitoUserTests.Empty.class)
class WithMockCognitoUserTests {

	@Test
	void contextWhenNotAnnotatedThenNobody() {
		assertThat(SecurityContextHolder.getContext().getAuthentication()).isNull();
	}

	@Test
	@WithMockCognitoUser("carol")
	void contextWhenNamedThenHasTheName() {
		assertThat(authentication().getName()).isEqualTo("carol");
		assertThat(authorities()).contains("FACTOR_PASSWORD");
	}

	@Test
	@WithMockCognitoUser(groups = "admin", attributes = "email=user@example.com", sub = "4711",
			factors = { "PASSWORD", "TOTP" })
	void contextWhenRefinedThenHasSuchAUser() {
		assertThat(authentication().getName()).isEqualTo("user");
		assertThat(authentication().getPrincipal().getSubject()).isEqualTo("4711");
		assertThat(authentication().getPrincipal().getEmail()).isEqualTo("user@example.com");
		assertThat(authorities()).contains("ROLE_admin", "FACTOR_PASSWORD", "FACTOR_TOTP");
	}

	@Test
	@WithMockCognitoUser(groups = "admin", authorities = "read")
	void contextWhenAuthoritiesAreGivenThenHasThem() {
		assertThat(authorities()).containsExactlyInAnyOrder("read", "FACTOR_PASSWORD");
	}

	private static CognitoAuthentication authentication() {
		return (CognitoAuthentication) SecurityContextHolder.getContext().getAuthentication();
	}

	private static String[] authorities() {
		return authentication().getAuthorities().stream().map(GrantedAuthority::getAuthority).toArray(String[]::new);
	}

	static class Empty {

	}

}
