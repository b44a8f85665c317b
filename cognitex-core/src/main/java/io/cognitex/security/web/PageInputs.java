package io.cognitex.security.web;

import org.jspecify.annotations.Nullable;

/**
 * The inputs of generated pages, labelled for everybody and known to the browser.
 *
 * @param texts the texts
 */
record PageInputs(PageTexts texts) {

	Html username(String name, String value, Html attributes) {
		return Html.of("""
				<div class="field">
				  <label for="username">%s</label>
				  <input type="text" id="username" name="%s" value="%s" autocomplete="username" autocapitalize="none" \
				spellcheck="false" required%s>
				</div>
				""", this.texts.text("LoginPage.username"), name, value, attributes);
	}

	/**
	 * A password, which the script of the page can show.
	 * @param name the name of the field
	 * @param label its label
	 * @param attributes further attributes
	 * @param hint what stands below it
	 * @return the input
	 */
	Html password(String name, String label, Html attributes, Html hint) {
		return Html.of("""
				<div class="field">
				  <label for="password">%s</label>
				  <input type="password" id="password" name="%s" required%s>
				  %s<label class="check" data-show-password="password" hidden><input type="checkbox"> %s</label>
				</div>
				""", label, name, attributes, hint, this.texts.text("Page.showPassword"));
	}

	Html checkbox(String name, String label) {
		return Html.of("""
				<label class="check"><input type="checkbox" name="%s"> %s</label>
				""", name, label);
	}

	/**
	 * Any other input.
	 * @param name the name of the field
	 * @param label its label
	 * @param attributes its type and further attributes
	 * @return the input
	 */
	Html input(String name, String label, Html attributes) {
		return Html.of("""
				<div class="field">
				  <label for="%1$s">%2$s</label>
				  <input id="%1$s" name="%1$s" required%3$s>
				</div>
				""", name, label, attributes);
	}

	/**
	 * A passkey, by the script for it: the one input that needs a script. What goes wrong
	 * in the browser is said in words.
	 * @param label the label of the button
	 * @param failed what to say of everything that has no words of its own
	 * @return the input
	 */
	Html passkey(String label, String failed) {
		return Html.of("""
				<input type="hidden" name="credential">
				<p class="alert alert-danger" role="alert" hidden data-passkey-alert data-cancelled="%s" \
				data-exists="%s" data-unsupported="%s" data-not-allowed="%s" data-failed="%s"></p>
				<button type="button" class="primary" data-passkey-button hidden>%s</button>
				<noscript><p>%s</p></noscript>
				""", this.texts.text("Passkey.cancelled"), this.texts.text("Passkey.exists"),
				this.texts.text("Passkey.unsupported"), this.texts.text("Passkey.notAllowed"), failed, label,
				this.texts.text("ChallengePage.WEB_AUTHN.noScript"));
	}

	/**
	 * Tells the browser's password manager whose password it is.
	 */
	Html hiddenUsername(String username) {
		return Html.of("""
				<input type="text" value="%s" autocomplete="username" readonly hidden>
				""", username);
	}

	/**
	 * A code that a message or an app shows.
	 * @param autofocus whether the page begins here
	 * @param error what was wrong with the last one; {@code null} if nothing was
	 * @return the input
	 */
	Html code(boolean autofocus, @Nullable String error) {
		return input(ChallengeAnswers.CODE, this.texts.text("ChallengePage.code"),
				Html.of(" type=\"text\" class=\"code\" inputmode=\"numeric\" autocomplete=\"one-time-code\" "
						+ "autocapitalize=\"none\" spellcheck=\"false\"%s%s",
						autofocus ? new Html(" autofocus") : Html.NONE, invalid(error)));
	}

	/**
	 * Points from an input to the error that the page tells.
	 */
	static Html invalid(@Nullable String error) {
		return (error != null) ? new Html(" aria-invalid=\"true\" aria-describedby=\"error\"") : Html.NONE;
	}

	Html submit(String label) {
		return Html.of("""
				<button type="submit" class="primary">%s</button>
				""", label);
	}

}
