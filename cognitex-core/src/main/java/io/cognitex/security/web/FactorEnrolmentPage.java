package io.cognitex.security.web;

import io.cognitex.SoftwareTokenSecret;
import io.cognitex.security.CognitoFactors;
import io.cognitex.security.CognitoPrincipal;
import org.jspecify.annotations.Nullable;

import org.springframework.security.core.authority.FactorGrantedAuthority;

/**
 * The generated page for a user who lacks a factor that a rule asks for, and has not set
 * it up.
 *
 * @param action where the form is sent, and the page is, within the application
 * @param loginPage where the login page is, within the application
 * @param passkeysPage where users add passkeys; {@code null} if they cannot
 * @param issuer what authenticator apps show as the name of the application
 */
record FactorEnrolmentPage(String action, String loginPage, @Nullable String passkeysPage, String issuer) {

	/** What says on the login page that an authenticator app has been set up. */
	static final String ENROLLED = "enrolled";

	/**
	 * Where an authenticator app is set up.
	 */
	static String address(String page) {
		return withQuery(page, new MissingFactor(CognitoFactors.SOFTWARE_TOKEN_AUTHORITY, false).query());
	}

	String address() {
		return address(this.action);
	}

	String loginPage(@Nullable MissingFactor factor) {
		return (factor != null) ? withQuery(this.loginPage, factor.query()) : this.loginPage;
	}

	String loginPageAfterwards() {
		return withQuery(this.loginPage, ENROLLED);
	}

	private static String withQuery(String page, String query) {
		return page + (page.contains("?") ? "&" : "?") + query;
	}

	/**
	 * An authenticator app, which can be set up here.
	 */
	Html setUp(PageTemplate template, PendingEnrolment pending, CognitoPrincipal user) {
		PageTexts texts = template.texts();
		PageInputs inputs = new PageInputs(texts);
		EnrolmentFailure failure = pending.failure();
		String error = (failure != null) ? texts.text(failure.messageCode()) : null;
		Html form = template.form("challenge-form", this.action, PageTemplate.hidden(ChallengePage.STEP, pending.id()),
				pending.verified() ? Html.NONE : inputs.code(error != null, error),
				inputs.submit(texts.text("ChallengePage.continue")));
		return softwareTokenPage(template, error,
				pending.verified() ? PageTemplate.paragraph(texts.text("FactorEnrolmentPage.verified"))
						: instructions(texts, pending, user),
				form, Html.of("""
						<div class="actions">
						%s%s</div>
						""", startOver(template, pending), logIn(template)));
	}

	/**
	 * An authenticator app, which cannot be set up here now.
	 */
	Html failed(PageTemplate template, EnrolmentFailure failure) {
		PageTexts texts = template.texts();
		return softwareTokenPage(template, texts.text(failure.messageCode()), Html.of("""
				<div class="actions">
				%s%s</div>
				""", template.link(address(), texts.text("FactorEnrolmentPage.tryAgain")), logIn(template)));
	}

	/**
	 * Another factor: what to do in place of setting it up here.
	 */
	Html advice(PageTemplate template, MissingFactor factor) {
		PageTexts texts = template.texts();
		String passkeys = factor.authority().equals(FactorGrantedAuthority.WEBAUTHN_AUTHORITY) ? this.passkeysPage
				: null;
		return template.page(texts.text("FactorEnrolmentPage.title"), false,
				PageTemplate
					.paragraph(texts.text("FactorEnrolmentPage." + ((passkeys != null) ? "passkey" : factor.name()))),
				Html.of("""
						<div class="actions">
						%s%s</div>
						""", (passkeys != null) ? template.link(passkeys, texts.text("PasskeysPage.add")) : Html.NONE,
						logIn(template)));
	}

	private static Html softwareTokenPage(PageTemplate template, @Nullable String error, Html... content) {
		return template.page(template.texts().text("ChallengePage.SOFTWARE_TOKEN_SETUP.title"), error != null,
				(error != null) ? PageTemplate.error(error) : Html.NONE, Html.join(content));
	}

	private Html instructions(PageTexts texts, PendingEnrolment pending, CognitoPrincipal user) {
		String uri = new SoftwareTokenSecret(pending.secretCode()).otpauthUri(this.issuer, account(user));
		return Html.join(PageTemplate.paragraph(texts.text("FactorEnrolmentPage.SOFTWARE_TOKEN")),
				new AuthenticatorAppInstructions(pending.secretCode(), uri).render(texts));
	}

	/**
	 * A username that Cognito made up tells nobody anything.
	 */
	private static String account(CognitoPrincipal user) {
		String email = user.getEmail();
		return (email != null && user.getName().equals(user.getSubject())) ? email : user.getName();
	}

	private Html startOver(PageTemplate template, PendingEnrolment pending) {
		return template.form("action-form", this.action, PageTemplate.hidden(ChallengePage.STEP, pending.id()),
				Html.of("""
						<p><button type="submit" class="link" name="%s" value="%s">%s</button></p>
						""", ChallengePage.ACTION, ChallengePage.START_OVER,
						template.texts().text("ChallengePage.startOver")));
	}

	private Html logIn(PageTemplate template) {
		return template.link(this.loginPage, template.texts().text("FactorEnrolmentPage.logIn"));
	}

}
