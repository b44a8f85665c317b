package io.cognitex.security.web;

import java.util.ArrayList;
import java.util.List;

import io.cognitex.security.SignInFailure;
import org.jspecify.annotations.Nullable;

/**
 * Where the application has pages that a login page can lead to.
 *
 * @param confirmPage where a sign-up is confirmed; {@code null} if there is no page
 * @param forgotPasswordPage where a new password is set with a code; {@code null} if
 * there is no page
 */
record WaysOn(@Nullable String confirmPage, @Nullable String forgotPasswordPage) {

	/**
	 * The links below the login form.
	 * @param template what all pages have in common
	 * @param failure why the last login failed; {@code null} if none did
	 * @return the links; may be empty
	 */
	Html links(PageTemplate template, @Nullable SignInFailure failure) {
		PageTexts texts = template.texts();
		List<Html> links = new ArrayList<>();
		if (failure == SignInFailure.BAD_CREDENTIALS) {
			// Also for those whose password is right, which the page must not say
			links.add(PageTemplate.paragraph(texts.text("LoginPage.stillNotIn")));
		}
		if (this.confirmPage != null && failure == SignInFailure.NOT_CONFIRMED) {
			links.add(template.link(this.confirmPage, texts.text("LoginPage.confirm")));
		}
		if (this.forgotPasswordPage != null) {
			links.add(
					template.link(this.forgotPasswordPage, texts.text((failure == SignInFailure.PASSWORD_RESET_REQUIRED)
							? "LoginPage.resetPassword" : "LoginPage.forgotPassword")));
		}
		return Html.join(links);
	}

}
