package io.cognitex.test;

import java.util.List;

import io.cognitex.security.CognitoAuthoritiesMapper;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.security.test.context.support.WithSecurityContextFactory;

/**
 * Makes the user of {@link WithMockCognitoUser @WithMockCognitoUser}.
 */
final class WithMockCognitoUserSecurityContextFactory implements WithSecurityContextFactory<WithMockCognitoUser> {

	private SecurityContextHolderStrategy strategy = SecurityContextHolder.getContextHolderStrategy();

	private CognitoAuthoritiesMapper authoritiesMapper = CognitoAuthoritiesMapper.withDefaults();

	@Override
	public SecurityContext createSecurityContext(WithMockCognitoUser annotation) {
		String[] authorities = annotation.authorities();
		MockCognitoUser user = new MockCognitoUser(annotation.username(), annotation.sub(),
				List.of(annotation.groups()), NameValuePairs.parse(annotation.attributes()),
				(authorities.length > 0) ? AuthorityUtils.createAuthorityList(authorities) : null,
				List.of(annotation.factors()), null);
		SecurityContext context = this.strategy.createEmptyContext();
		context.setAuthentication(user.authentication(this.authoritiesMapper));
		return context;
	}

	@Autowired(required = false)
	void setSecurityContextHolderStrategy(SecurityContextHolderStrategy strategy) {
		this.strategy = strategy;
	}

	@Autowired(required = false)
	void setAuthoritiesMapper(CognitoAuthoritiesMapper authoritiesMapper) {
		this.authoritiesMapper = authoritiesMapper;
	}

}
