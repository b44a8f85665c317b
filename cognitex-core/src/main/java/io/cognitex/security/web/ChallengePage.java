package io.cognitex.security.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import io.cognitex.SignInChallenge;
import org.jspecify.annotations.Nullable;

/**
 * The generated page of each kind of challenge.
 *
 * @param action where the forms are sent, within the application
 * @param passwordPolicy the rules for new passwords
 * @param devices whether devices can be remembered
 */
record ChallengePage(String action, PasswordPolicy passwordPolicy, boolean devices) {

	static final String STEP = "step";

	static final String ACTION = "action";

	static final String START_OVER = "start-over";

	static final String OTHER_METHOD = "other-method";

	static final String NEW_CODE = "new-code";

	static final String REMEMBER_DEVICE = "remember-device";

	/**
	 * The page.
	 * @param template what all pages have in common
	 * @param view what is asked
	 * @return the page
	 */
	Html render(PageTemplate template, CognitoChallengeView view) {
		PageTexts texts = template.texts();
		String error = view.getError();
		Html step = PageTemplate.hidden(STEP, view.getStep());
		Html question = question(new PageInputs(texts), view);
		Html form = (view.kind() == ChallengeKind.WEB_AUTHN)
				? template.passkeyForm(this.action, passkeyRequest(view), step, question)
				: template.form("challenge-form", this.action, step, question);
		return template.page(texts.text(code(view, "title")), error != null,
				(error != null) ? PageTemplate.error(error) : Html.NONE, introduction(texts, view), form,
				actions(template, view));
	}

	private static Html introduction(PageTexts texts, CognitoChallengeView view) {
		return switch (view.kind()) {
			case CODE -> PageTemplate.paragraph(sentCode(texts, view));
			case SOFTWARE_TOKEN_SETUP -> authenticatorApp(texts, view);
			case CUSTOM -> parameters(texts, view.getParameters());
			case CHOICE -> PageTemplate
				.paragraph(texts.text(view.getChoices().isEmpty() ? "ChallengePage.noChoice" : code(view, "text")));
			case NEW_PASSWORD, EMAIL_SETUP, PASSWORD, WEB_AUTHN ->
				PageTemplate.paragraph(texts.text(code(view, "text")));
			case UNSUPPORTED -> throw unsupported(view);
		};
	}

	private static String sentCode(PageTexts texts, CognitoChallengeView view) {
		if (view.challenge() instanceof SignInChallenge.SoftwareTokenMfa) {
			String device = view.getFriendlyDeviceName();
			return (device != null) ? texts.text(code(view, "deviceText"), device) : texts.text(code(view, "text"));
		}
		String destination = view.getDestination();
		return texts.text(code(view, "text"), (destination != null) ? destination : "***");
	}

	private static Html authenticatorApp(PageTexts texts, CognitoChallengeView view) {
		SignInChallenge.SoftwareTokenSetup setup = (SignInChallenge.SoftwareTokenSetup) view.challenge();
		return new AuthenticatorAppInstructions(setup.secretCode(), Objects.requireNonNull(view.getOtpauthUri()))
			.render(texts);
	}

	private static Html parameters(PageTexts texts, Map<String, String> parameters) {
		List<Html> lines = new ArrayList<>();
		new TreeMap<>(parameters).forEach((name, value) -> lines.add(Html.of("<p>%s: <strong>%s</strong></p>\n",
				texts.textOr("ChallengePage.CUSTOM_CHALLENGE.parameter." + name, name), value)));
		return Html.join(lines);
	}

	private Html question(PageInputs inputs, CognitoChallengeView view) {
		return switch (view.kind()) {
			case CODE, SOFTWARE_TOKEN_SETUP -> Html.join(inputs.code(startsAtCode(view), view.getError()),
					rememberDevice(inputs, view), submit(inputs));
			case CHOICE -> choices(inputs, view);
			case NEW_PASSWORD -> newPassword(inputs, view);
			case EMAIL_SETUP -> Html.join(
					inputs.input(ChallengeAnswers.EMAIL, inputs.texts().text("ChallengePage.attribute.email"), Html
						.of(" type=\"email\" autocomplete=\"email\" autofocus%s", PageInputs.invalid(view.getError()))),
					submit(inputs));
			case PASSWORD -> Html.join(inputs.hiddenUsername(view.getUsername()),
					inputs.password(ChallengeAnswers.PASSWORD, inputs.texts().text("LoginPage.password"),
							Html.of(" autocomplete=\"current-password\" autofocus%s",
									PageInputs.invalid(view.getError())),
							Html.NONE),
					inputs.submit(inputs.texts().text("LoginPage.submit")));
			case WEB_AUTHN -> inputs.passkey(inputs.texts().text("ChallengePage.WEB_AUTHN.submit"),
					inputs.texts().text("ChallengePage.WEB_AUTHN.failed"));
			case CUSTOM -> Html.join(inputs.input(ChallengeAnswers.ANSWER,
					inputs.texts().text("ChallengePage.CUSTOM_CHALLENGE.answer"),
					Html.of(" type=\"text\" autocomplete=\"off\" autofocus%s", PageInputs.invalid(view.getError()))),
					submit(inputs));
			case UNSUPPORTED -> throw unsupported(view);
		};
	}

	/**
	 * The page that sets an app up is to be read from its beginning, the first time.
	 */
	private static boolean startsAtCode(CognitoChallengeView view) {
		return view.kind() != ChallengeKind.SOFTWARE_TOKEN_SETUP || view.getError() != null;
	}

	/**
	 * A device stands for the second factor, not for the first.
	 */
	private Html rememberDevice(PageInputs inputs, CognitoChallengeView view) {
		return (this.devices && !view.challenge().progress().factors().isEmpty())
				? inputs.checkbox(REMEMBER_DEVICE, inputs.texts().text("ChallengePage.rememberDevice")) : Html.NONE;
	}

	private static Html choices(PageInputs inputs, CognitoChallengeView view) {
		return Html.join(view.getChoices().stream().map((choice) -> Html.of("""
				<button type="submit" class="choice" name="choice" value="%s">%s</button>
				""", choice, inputs.texts().textOr(code(view, "choice." + choice), choice))).toList());
	}

	private Html newPassword(PageInputs inputs, CognitoChallengeView view) {
		String error = view.getError();
		Html described = new Html((error != null) ? " aria-invalid=\"true\" aria-describedby=\"error password-rules\""
				: " aria-describedby=\"password-rules\"");
		List<Html> parts = new ArrayList<>();
		parts.add(inputs.hiddenUsername(view.getUsername()));
		parts.add(inputs.password(ChallengeAnswers.NEW_PASSWORD, inputs.texts().text("ChallengePage.newPassword"),
				Html.of(" autocomplete=\"new-password\" autofocus%s", described), rules(inputs.texts())));
		for (String attribute : view.getRequiredAttributes()) {
			UserAttributeInput type = UserAttributeInput.of(attribute);
			parts.add(inputs.input(ChallengeAnswers.USER_ATTRIBUTE_PREFIX + attribute,
					inputs.texts().textOr("ChallengePage.attribute." + attribute, attribute),
					Html.of(" type=\"%s\" autocomplete=\"%s\"", type.type(), type.autocomplete())));
		}
		parts.add(inputs.submit(inputs.texts().text("ChallengePage.savePassword")));
		return Html.join(parts);
	}

	private Html rules(PageTexts texts) {
		List<Html> rules = new ArrayList<>();
		rules.add(rule(texts.text("PasswordPolicy.minimumLength", this.passwordPolicy.minimumLength())));
		addRule(rules, this.passwordPolicy.requireLowercase(), texts, "requireLowercase");
		addRule(rules, this.passwordPolicy.requireUppercase(), texts, "requireUppercase");
		addRule(rules, this.passwordPolicy.requireNumbers(), texts, "requireNumbers");
		addRule(rules, this.passwordPolicy.requireSymbols(), texts, "requireSymbols");
		return Html.of("<ul class=\"hint\" id=\"password-rules\">\n%s</ul>\n  ", Html.join(rules));
	}

	private static void addRule(List<Html> rules, boolean applies, PageTexts texts, String code) {
		if (applies) {
			rules.add(rule(texts.text("PasswordPolicy." + code)));
		}
	}

	private static Html rule(String text) {
		return Html.of("<li>%s</li>\n", text);
	}

	private static Html passkeyRequest(CognitoChallengeView view) {
		return Html.of(" data-passkey-request=\"%s\"", view.getCredentialRequestOptions());
	}

	private Html actions(PageTemplate template, CognitoChallengeView view) {
		PageTexts texts = template.texts();
		boolean codeWasSent = view.getDestination() != null;
		return Html.of("""
				<div class="actions">
				%s%s</div>
				""",
				(codeWasSent && !view.isNewCodeAvailable()) ? PageTemplate.paragraph(texts.text("ChallengePage.noCode"))
						: Html.NONE,
				template.form("action-form", this.action, PageTemplate.hidden(STEP, view.getStep()),
						action(texts, NEW_CODE, view.isNewCodeAvailable() ? "ChallengePage.newCode" : null),
						action(texts, OTHER_METHOD, view.isOtherMethodAvailable() ? "ChallengePage.otherMethod" : null),
						action(texts, START_OVER, "ChallengePage.startOver")));
	}

	private static Html action(PageTexts texts, String value, @Nullable String label) {
		return (label != null) ? Html.of("""
				<p><button type="submit" class="link" name="%s" value="%s">%s</button></p>
				""", ACTION, value, texts.text(label)) : Html.NONE;
	}

	private static IllegalArgumentException unsupported(CognitoChallengeView view) {
		return new IllegalArgumentException("Not supported: " + view.getName());
	}

	private static Html submit(PageInputs inputs) {
		return inputs.submit(inputs.texts().text("ChallengePage.continue"));
	}

	private static String code(CognitoChallengeView view, String text) {
		return "ChallengePage." + view.getName() + "." + text;
	}

}
