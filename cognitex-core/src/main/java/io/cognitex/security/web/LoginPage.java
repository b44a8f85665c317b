package io.cognitex.security.web;

import io.cognitex.security.SignInFailure;
import org.jspecify.annotations.Nullable;

/**
 * The generated login page.
 *
 * @param action where the form is sent, within the application
 * @param usernameParameter the name of the field
 * @param passwordParameter the name of the field; {@code null} if only the username is
 * asked, and Cognito decides what is asked next
 * @param passwordless whether somebody with a password can log in without it
 * @param rememberMeParameter the name of the check box; {@code null} if there is none
 * @param waysOn where else the page leads
 */
record LoginPage(String action, String usernameParameter, @Nullable String passwordParameter, boolean passwordless,
		@Nullable String rememberMeParameter, WaysOn waysOn) {

	static final String PASSWORDLESS = "passwordless";

	private static final Html AUTOFOCUS = new Html(" autofocus");

	/**
	 * The page.
	 * @param template what all pages have in common
	 * @param alert what to tell; may be empty
	 * @param failure the error that the alert tells of; {@code null} if it tells of none
	 * @param username the username to fill in; may be empty
	 * @return the page
	 */
	Html render(PageTemplate template, Html alert, @Nullable SignInFailure failure, String username) {
		PageTexts texts = template.texts();
		PageInputs inputs = new PageInputs(texts);
		String submit = texts.text((this.passwordParameter != null) ? "LoginPage.submit" : "ChallengePage.continue");
		Html described = (failure != null) ? new Html(" aria-describedby=\"error\"") : Html.NONE;
		boolean startsAtPassword = this.passwordParameter != null && !username.isEmpty();
		Html form = template.form("login-form", this.action,
				inputs.username(this.usernameParameter, username,
						Html.join(startsAtPassword ? Html.NONE : AUTOFOCUS, described)),
				password(inputs, Html.join(startsAtPassword ? AUTOFOCUS : Html.NONE, described)), rememberMe(inputs),
				inputs.submit(submit), passwordless(texts));
		return template.page(texts.text("LoginPage.title"), failure != null, alert, form,
				this.waysOn.links(template, failure));
	}

	private Html password(PageInputs inputs, Html attributes) {
		return (this.passwordParameter != null)
				? inputs.password(this.passwordParameter, inputs.texts().text("LoginPage.password"),
						Html.of(" autocomplete=\"current-password\"%s", attributes), Html.NONE)
				: Html.NONE;
	}

	/**
	 * After the other button, which is the one that the enter key presses.
	 */
	private Html passwordless(PageTexts texts) {
		return (this.passwordless && this.passwordParameter != null) ? Html.of("""
				<button type="submit" class="secondary" name="%s" value="" formnovalidate>%s</button>
				""", PASSWORDLESS, texts.text("LoginPage.passwordless")) : Html.NONE;
	}

	private Html rememberMe(PageInputs inputs) {
		return (this.rememberMeParameter != null)
				? inputs.checkbox(this.rememberMeParameter, inputs.texts().text("LoginPage.rememberMe")) : Html.NONE;
	}

}
