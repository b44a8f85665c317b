package io.cognitex.test;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.cognitex.CognitoTokens;
import io.cognitex.security.CognitoAuthoritiesMapper;
import org.jspecify.annotations.Nullable;

import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.context.support.WebApplicationContextUtils;

/**
 * Makes a MockMvc request that of a Cognito user who is logged in, without asking any
 * pool.
 *
 * @see CognitoMockMvcRequestPostProcessors#cognitoUser()
 */
public final class CognitoUserRequestPostProcessor implements RequestPostProcessor {

	private String username = MockCognitoUser.DEFAULT_USERNAME;

	private String subject = MockCognitoUser.DEFAULT_SUBJECT;

	private List<String> groups = List.of();

	private final Map<String, String> attributes = new LinkedHashMap<>();

	private @Nullable Collection<? extends GrantedAuthority> authorities;

	private List<String> factors = List.of(MockCognitoUser.DEFAULT_FACTOR);

	private @Nullable CognitoTokens tokens;

	CognitoUserRequestPostProcessor() {
	}

	/**
	 * Has this username; {@code user} by default.
	 * @param username the canonical username
	 * @return this
	 */
	public CognitoUserRequestPostProcessor username(String username) {
		this.username = username;
		return this;
	}

	/**
	 * Has this id.
	 * @param sub the claim {@code sub}
	 * @return this
	 */
	public CognitoUserRequestPostProcessor sub(String sub) {
		this.subject = sub;
		return this;
	}

	/**
	 * Is in these groups, and has the authorities that the application gives to them.
	 * @param groups the groups
	 * @return this
	 */
	public CognitoUserRequestPostProcessor groups(String... groups) {
		this.groups = List.of(groups);
		return this;
	}

	/**
	 * Has these attributes instead of the ones so far.
	 * @param attributes name to value
	 * @return this
	 */
	public CognitoUserRequestPostProcessor attributes(Map<String, String> attributes) {
		this.attributes.clear();
		this.attributes.putAll(attributes);
		return this;
	}

	/**
	 * Has this attribute as well.
	 * @param name its name, such as {@code email}
	 * @param value its value
	 * @return this
	 */
	public CognitoUserRequestPostProcessor attribute(String name, String value) {
		this.attributes.put(name, value);
		return this;
	}

	/**
	 * Has exactly these authorities, and the factors, whatever the groups.
	 * @param authorities the authorities
	 * @return this
	 */
	public CognitoUserRequestPostProcessor authorities(Collection<? extends GrantedAuthority> authorities) {
		this.authorities = List.copyOf(authorities);
		return this;
	}

	/**
	 * Has exactly these authorities, and the factors, whatever the groups.
	 * @param authorities the authorities
	 * @return this
	 */
	public CognitoUserRequestPostProcessor authorities(String... authorities) {
		return authorities(AuthorityUtils.createAuthorityList(authorities));
	}

	/**
	 * Has just proven these factors; {@code PASSWORD} by default.
	 * @param factors the factors without {@code FACTOR_}, such as {@code SMS_OTP}
	 * @return this
	 */
	public CognitoUserRequestPostProcessor factors(String... factors) {
		this.factors = List.of(factors);
		return this;
	}

	/**
	 * Has these tokens. The default ones are made up, and every pool refuses them.
	 * @param tokens the tokens
	 * @return this
	 */
	public CognitoUserRequestPostProcessor tokens(CognitoTokens tokens) {
		this.tokens = tokens;
		return this;
	}

	@Override
	public MockHttpServletRequest postProcessRequest(MockHttpServletRequest request) {
		MockCognitoUser user = new MockCognitoUser(this.username, this.subject, this.groups, this.attributes,
				this.authorities, this.factors, this.tokens);
		return SecurityMockMvcRequestPostProcessors.authentication(user.authentication(mapper(request)))
			.postProcessRequest(request);
	}

	private static CognitoAuthoritiesMapper mapper(MockHttpServletRequest request) {
		WebApplicationContext context = WebApplicationContextUtils
			.getWebApplicationContext(request.getServletContext());
		CognitoAuthoritiesMapper mapper = (context != null)
				? context.getBeanProvider(CognitoAuthoritiesMapper.class).getIfUnique() : null;
		return (mapper != null) ? mapper : CognitoAuthoritiesMapper.withDefaults();
	}

}
