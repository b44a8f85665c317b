package io.cognitex.security.web;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

import io.cognitex.Passkey;
import org.jspecify.annotations.Nullable;

/**
 * The generated page for passkeys.
 *
 * @param path where it is, within the application
 */
record PasskeysPage(String path) {

	static final String CREDENTIAL = "credential";

	static final String DELETE = "delete";

	static final String OPTIONS = "/options";

	Html render(PageTemplate template, CognitoPasskeysView view) {
		PageTexts texts = template.texts();
		String error = view.getError();
		String notice = view.getNotice();
		Html alert = (error != null) ? PageTemplate.error(error) : Html.NONE;
		Html status = (notice != null) ? PageTemplate.notice(notice) : Html.NONE;
		return template.page(texts.text("PasskeysPage.title"), error != null, alert, status,
				PageTemplate.paragraph(texts.text("PasskeysPage.text")), passkeys(template, view), add(template),
				Html.of("<div class=\"actions\">\n%s</div>\n", template.link("/", texts.text("PasskeysPage.back"))));
	}

	private Html passkeys(PageTemplate template, CognitoPasskeysView view) {
		if (view.getPasskeys().isEmpty()) {
			return PageTemplate.paragraph(template.texts().text("PasskeysPage.none"));
		}
		return Html.of("<ul class=\"passkeys\">\n%s</ul>\n",
				Html.join(view.getPasskeys().stream().map((passkey) -> passkey(template, passkey)).toList()));
	}

	private Html passkey(PageTemplate template, Passkey passkey) {
		PageTexts texts = template.texts();
		String name = (passkey.friendlyName() != null) ? passkey.friendlyName() : texts.text("PasskeysPage.unnamed");
		return Html.of("<li>\n<p><strong>%s</strong>%s</p>\n%s</li>\n", name, added(texts, passkey.createdAt()),
				template.form("action-form", this.path, Html.of("""
						<button type="submit" class="link" name="%s" value="%s" aria-label="%s">%s</button>
						""", DELETE, passkey.credentialId(), texts.text("PasskeysPage.deleteNamed", name),
						texts.text("PasskeysPage.delete"))));
	}

	private static Html added(PageTexts texts, @Nullable Instant createdAt) {
		if (createdAt == null) {
			return Html.NONE;
		}
		Locale locale = Locale.forLanguageTag(texts.text("LoginPage.language"));
		String date = DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
			.withLocale(locale)
			.withZone(ZoneId.systemDefault())
			.format(createdAt);
		return Html.of("<br>%s", texts.text("PasskeysPage.added", date));
	}

	private Html add(PageTemplate template) {
		PageTexts texts = template.texts();
		return template.passkeyForm(this.path,
				Html.of(" data-passkey-options=\"%s\"", template.contextPath() + this.path + OPTIONS),
				new PageInputs(texts).passkey(texts.text("PasskeysPage.add"), texts.text("PasskeysPage.failed")));
	}

}
