package io.cognitex.security.web;

import java.io.Serial;
import java.io.Serializable;
import java.util.UUID;

import io.cognitex.SoftwareTokenSecret;
import io.cognitex.security.CognitoAuthentication;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;

/**
 * An authenticator app that is being set up, kept in the HTTP session, so that a page
 * that is shown again shows the secret that is in the app already. Public only so that a
 * session can be stored as JSON.
 *
 * @param id changes with each attempt, so that what was sent twice is done once
 * @param subject whose app it is
 * @param secretCode the secret in the app
 * @param verified whether Cognito has found a code of the app right, and has only to be
 * told to ask for it
 * @param failure why the last attempt failed; {@code null} if none has
 */
public record PendingEnrolment(String id, String subject, String secretCode, boolean verified,
		@Nullable EnrolmentFailure failure) implements Serializable {

	@Serial
	private static final long serialVersionUID = 1L;

	private static final String ATTRIBUTE = PendingEnrolment.class.getName();

	static PendingEnrolment begin(CognitoAuthentication user, SoftwareTokenSecret secret) {
		return new PendingEnrolment(newId(), user.getPrincipal().getSubject(), secret.secretCode(), false, null);
	}

	/**
	 * What this user has begun in this session.
	 * @return the enrolment; {@code null} if there is none, or another user began it
	 */
	static @Nullable PendingEnrolment load(HttpServletRequest request, CognitoAuthentication user) {
		HttpSession session = request.getSession(false);
		Object pending = (session != null) ? session.getAttribute(ATTRIBUTE) : null;
		return (pending instanceof PendingEnrolment enrolment
				&& enrolment.subject.equals(user.getPrincipal().getSubject())) ? enrolment : null;
	}

	void save(HttpServletRequest request) {
		request.getSession().setAttribute(ATTRIBUTE, this);
	}

	static void end(HttpServletRequest request) {
		request.getSession().removeAttribute(ATTRIBUTE);
	}

	PendingEnrolment afterVerification() {
		return new PendingEnrolment(this.id, this.subject, this.secretCode, true, null);
	}

	PendingEnrolment again(EnrolmentFailure failure) {
		return new PendingEnrolment(newId(), this.subject, this.secretCode, this.verified, failure);
	}

	private static String newId() {
		return UUID.randomUUID().toString();
	}

	@Override
	public String toString() {
		return "PendingEnrolment[verified=" + this.verified + ", failure=" + this.failure + "]";
	}

}
