package io.cognitex.security.web;

import org.jspecify.annotations.Nullable;

import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.util.HtmlUtils;

/**
 * The HTML of the generated login page: Spring Security's own page, with our texts and
 * the username that was typed, for Spring Security's stylesheet.
 *
 * @param action where the form is sent, within the application
 * @param usernameParameter the name of the field
 * @param passwordParameter the name of the field
 * @param rememberMeParameter the name of the check box; {@code null} if there is none
 */
record LoginPage(String action, String usernameParameter, String passwordParameter,
		@Nullable String rememberMeParameter) {

	/**
	 * The page.
	 * @param messages the texts
	 * @param contextPath the application's path
	 * @param alert what to tell, ready-made by {@link #error} or {@link #notice}; may be
	 * empty
	 * @param username the username to fill in; may be empty
	 * @param csrfToken the CSRF token; {@code null} if the application uses none
	 * @return the HTML
	 */
	String render(MessageSourceAccessor messages, String contextPath, String alert, String username,
			@Nullable CsrfToken csrfToken) {
		String form = alert + usernameInput(messages, username) + passwordInput(messages) + rememberMe(messages)
				+ csrf(csrfToken);
		return """
				<!DOCTYPE html>
				<html lang="%1$s">
				  <head>
				    <meta charset="utf-8">
				    <meta name="viewport" content="width=device-width, initial-scale=1">
				    <title>%2$s</title>
				    <link href="%3$s/default-ui.css" rel="stylesheet">
				  </head>
				  <body>
				    <div class="content">
				      <form class="login-form" method="post" action="%3$s%4$s">
				        <h2>%2$s</h2>
				%5$s        <button type="submit" class="primary">%6$s</button>
				      </form>
				    </div>
				  </body>
				</html>
				""".formatted(text(messages, "language"), text(messages, "title"), escape(contextPath),
				escape(this.action), form, text(messages, "submit"));
	}

	static String error(String text) {
		return alert("alert-danger", text);
	}

	static String notice(String text) {
		return alert("alert-success", text);
	}

	private static String alert(String type, String text) {
		return """
				<div class="alert %s" role="alert">%s</div>
				""".formatted(type, escape(text));
	}

	private String usernameInput(MessageSourceAccessor messages, String username) {
		return """
				<p>
				  <label for="username" class="screenreader">%1$s</label>
				  <input type="text" id="username" name="%2$s" value="%3$s" placeholder="%1$s" \
				autocomplete="username" autocapitalize="none" required autofocus>
				</p>
				""".formatted(text(messages, "username"), escape(this.usernameParameter), escape(username));
	}

	private String passwordInput(MessageSourceAccessor messages) {
		return """
				<p>
				  <label for="password" class="screenreader">%1$s</label>
				  <input type="password" id="password" name="%2$s" placeholder="%1$s" \
				autocomplete="current-password" required>
				</p>
				""".formatted(text(messages, "password"), escape(this.passwordParameter));
	}

	private String rememberMe(MessageSourceAccessor messages) {
		return (this.rememberMeParameter != null) ? """
				<p><label><input type="checkbox" name="%s"> %s</label></p>
				""".formatted(escape(this.rememberMeParameter), text(messages, "rememberMe")) : "";
	}

	private static String csrf(@Nullable CsrfToken token) {
		return (token != null) ? """
				<input type="hidden" name="%s" value="%s">
				""".formatted(escape(token.getParameterName()), escape(token.getToken())) : "";
	}

	private static String text(MessageSourceAccessor messages, String code) {
		return escape(messages.getMessage("LoginPage." + code));
	}

	private static String escape(String text) {
		return HtmlUtils.htmlEscape(text, "UTF-8");
	}

}
