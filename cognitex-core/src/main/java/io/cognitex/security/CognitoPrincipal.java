package io.cognitex.security;

import java.io.Serial;
import java.io.Serializable;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.oauth2.core.OAuth2AuthenticatedPrincipal;
import org.springframework.util.Assert;

/**
 * The Cognito user that is logged in: the same type and the same name after form login,
 * with HTTP Basic and with an access token. Take it with
 * {@code @AuthenticationPrincipal}.
 *
 * <p>
 * Two principals are equal if they are the same user, whatever became of groups and
 * attributes in between.
 */
@SuppressWarnings("serial") // The collections of List.copyOf and Map.copyOf are
							// serializable
public final class CognitoPrincipal implements OAuth2AuthenticatedPrincipal, Serializable {

	@Serial
	private static final long serialVersionUID = 1L;

	private final String name;

	private final String subject;

	private final List<String> groups;

	private final Map<String, String> attributes;

	private final List<GrantedAuthority> authorities;

	/**
	 * A user.
	 * @param name the canonical username
	 * @param subject the user's unchanging id
	 * @param groups the user's groups
	 * @param attributes the user's attributes, name to value
	 * @param authorities what the user may do, without factors
	 */
	public CognitoPrincipal(String name, String subject, Collection<String> groups, Map<String, String> attributes,
			Collection<? extends GrantedAuthority> authorities) {
		Assert.hasText(name, "name cannot be empty");
		Assert.hasText(subject, "subject cannot be empty");
		this.name = name;
		this.subject = subject;
		this.groups = List.copyOf(groups);
		this.attributes = Map.copyOf(attributes);
		this.authorities = List.copyOf(authorities);
	}

	/**
	 * A user as an access token tells it.
	 * @param claims what the access token says
	 * @param attributes the user's attributes
	 * @param authoritiesMapper decides what the user may do
	 * @return the user
	 */
	static CognitoPrincipal of(AccessTokenClaims claims, Map<String, String> attributes,
			CognitoAuthoritiesMapper authoritiesMapper) {
		return new CognitoPrincipal(claims.username(), claims.subject(), claims.groups(), attributes,
				authoritiesMapper.mapAuthorities(claims));
	}

	/**
	 * The canonical username, which never changes and is not the alias that was typed. In
	 * pools whose users sign in with e-mail address or phone number Cognito makes it up,
	 * and it equals {@link #getSubject()}: show {@link #getEmail()} there.
	 */
	@Override
	public String getName() {
		return this.name;
	}

	/**
	 * The user's id, unique and never given to anybody else: the key to store a user's
	 * data under.
	 * @return the claim {@code sub}
	 */
	public String getSubject() {
		return this.subject;
	}

	/**
	 * The user's e-mail address, verified or not (see attribute {@code email_verified}).
	 * @return the address, or {@code null} if the user has none or the app client may not
	 * read it
	 */
	public @Nullable String getEmail() {
		return this.attributes.get("email");
	}

	/**
	 * The groups that the user is in.
	 * @return the names, as Cognito sent them
	 */
	public List<String> getGroups() {
		return this.groups;
	}

	/**
	 * The user's attributes that the app client may read, such as {@code email} or
	 * {@code custom:plan}. All values are strings, as in Cognito, so that
	 * {@code email_verified} is {@code "true"} and not {@code true}.
	 */
	@Override
	public Map<String, Object> getAttributes() {
		return Collections.unmodifiableMap(this.attributes);
	}

	@Override
	public Collection<? extends GrantedAuthority> getAuthorities() {
		return this.authorities;
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof CognitoPrincipal that && this.name.equals(that.name)
				&& this.subject.equals(that.subject);
	}

	@Override
	public int hashCode() {
		return this.subject.hashCode();
	}

	/**
	 * The name, as of other principals: Spring Security's remember-me takes it for the
	 * username.
	 */
	@Override
	public String toString() {
		return this.name;
	}

}
