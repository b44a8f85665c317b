package io.cognitex.security.web;

import java.io.IOException;

import io.cognitex.security.CognitexMessageSource;
import io.cognitex.security.CognitoChallengeException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.MessageSource;
import org.springframework.context.MessageSourceAware;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.util.Assert;

/**
 * Answers HTTP Basic requests that could not be authenticated, and says why in
 * {@code application/problem+json}:
 *
 * <pre class="code">
 * http.httpBasic((basic) -&gt; basic.authenticationEntryPoint(new CognitoBasicAuthenticationEntryPoint()));
 * </pre>
 *
 * <ul>
 * <li>401 with {@code WWW-Authenticate: Basic} for missing, malformed and wrong
 * credentials</li>
 * <li>401 with {@code WWW-Authenticate: Cognito challenge="SMS_MFA"} (say) for a login
 * that needs another step, which HTTP Basic cannot ask for, with
 * {@code "type": "urn:cognitex:challenge"} and Cognito's name of the step, and nothing
 * with which to go on. A browser opens no dialog: the same password would only have
 * another code sent</li>
 * <li>429 with {@code Retry-After} for too many attempts</li>
 * <li>503 while Cognito is down, slow or throttling, with {@code Retry-After}, and where
 * pool, app client or application are set up wrongly, without</li>
 * </ul>
 *
 * <p>
 * As in Spring Security's own default, a request with
 * {@code X-Requested-With: XMLHttpRequest} gets no {@code WWW-Authenticate}, so that a
 * browser does not open its dialog over the page.
 */
public final class CognitoBasicAuthenticationEntryPoint implements AuthenticationEntryPoint, MessageSourceAware {

	private static final Logger logger = LoggerFactory.getLogger(CognitoBasicAuthenticationEntryPoint.class);

	private MessageSourceAccessor messages = CognitexMessageSource.getAccessor();

	private String realmName = "Realm";

	@Override
	public void commence(HttpServletRequest request, HttpServletResponse response,
			AuthenticationException authException) throws IOException {
		AuthenticationProblem problem = AuthenticationProblem.of(authException, this.messages);
		if (authException instanceof AuthenticationServiceException) {
			logger.warn("Credentials cannot be checked: {}", String.valueOf(authException.getCause()));
		}
		if (authException instanceof CognitoChallengeException) {
			response.setHeader(HttpHeaders.WWW_AUTHENTICATE, problem.authenticate());
			problem.withDetail(this.messages.getMessage("CognitoBasicAuthenticationEntryPoint.challenge"))
				.write(response);
			return;
		}
		if (problem.isUnauthorized() && !ApiRequests.isScripted(request)) {
			response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"" + this.realmName + "\"");
		}
		problem.write(response);
	}

	/**
	 * Names what the credentials are for; browsers show it. The default is {@code Realm},
	 * as Spring Security's.
	 * @param realmName the name, without quotation marks
	 */
	public void setRealmName(String realmName) {
		Assert.hasText(realmName, "realmName cannot be empty");
		Assert.isTrue(realmName.indexOf('"') < 0, "realmName cannot contain quotation marks");
		this.realmName = realmName;
	}

	@Override
	public void setMessageSource(MessageSource messageSource) {
		Assert.notNull(messageSource, "messageSource cannot be null");
		this.messages = CognitexMessageSource.getAccessor(messageSource);
	}

}
