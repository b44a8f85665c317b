package io.cognitex.security.web;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.security.web.csrf.CsrfToken;

/**
 * What all generated pages have in common: the frame, the stylesheet, and forms that send
 * the CSRF token.
 *
 * @param texts the texts
 * @param contextPath the application's path
 * @param csrfToken the CSRF token; {@code null} if the application uses none
 */
record PageTemplate(PageTexts texts, String contextPath, @Nullable CsrfToken csrfToken) {

	static PageTemplate of(MessageSourceAccessor messages, HttpServletRequest request) {
		return new PageTemplate(PageTexts.of(messages, request), request.getContextPath(),
				(CsrfToken) request.getAttribute(CsrfToken.class.getName()));
	}

	/**
	 * A page.
	 * @param title its title and heading
	 * @param isError whether it tells of an error, which the window's title then says
	 * first
	 * @param content what is on it
	 * @return the page
	 */
	Html page(String title, boolean isError, Html... content) {
		String windowTitle = isError ? this.texts.text("Page.errorTitle", title) : title;
		return Html.of("""
				<!DOCTYPE html>
				<html lang="%s">
				  <head>
				    <meta charset="utf-8">
				    <meta name="viewport" content="width=device-width, initial-scale=1">
				    <meta name="color-scheme" content="light dark">
				    <title>%s</title>
				    <link href="%s" rel="stylesheet">
				    <script src="%s" defer></script>
				  </head>
				  <body>
				    <main class="content">
				<h1>%s</h1>
				%s    </main>
				  </body>
				</html>
				""", this.texts.text("LoginPage.language"), windowTitle,
				this.contextPath + PageResourcesFilter.STYLESHEET, this.contextPath + PageResourcesFilter.SCRIPT, title,
				Html.join(content));
	}

	/**
	 * A form.
	 * @param cssClass what it is, to the stylesheet
	 * @param action where it is sent, within the application
	 * @param content what is in it
	 * @return the form
	 */
	Html form(String cssClass, String action, Html... content) {
		return formWith(Html.NONE, cssClass, action, content);
	}

	/**
	 * A form that the script for passkeys sends.
	 * @param action where it is sent, within the application
	 * @param data what the script has to know, as attributes
	 * @param content what is in it
	 * @return the form, and the script
	 */
	Html passkeyForm(String action, Html data, Html... content) {
		return Html.join(formWith(data, "challenge-form", action, content), Html.of("""
				<script src="%s" defer></script>
				""", this.contextPath + PageResourcesFilter.PASSKEY_SCRIPT));
	}

	private Html formWith(Html attributes, String cssClass, String action, Html... content) {
		return Html.of("""
				<form class="%s" method="post" action="%s"%s>
				%s%s</form>
				""", cssClass, this.contextPath + action, attributes, csrfInput(), Html.join(content));
	}

	/**
	 * A link to a page of this application.
	 * @param path where it is, within the application
	 * @param text the text
	 * @return the link, in a paragraph
	 */
	Html link(String path, String text) {
		return Html.of("<p><a href=\"%s\">%s</a></p>\n", this.contextPath + path, text);
	}

	private Html csrfInput() {
		return (this.csrfToken != null) ? hidden(this.csrfToken.getParameterName(), this.csrfToken.getToken())
				: Html.NONE;
	}

	static Html hidden(String name, String value) {
		return Html.of("""
				<input type="hidden" name="%s" value="%s">
				""", name, value);
	}

	static Html error(String text) {
		return Html.of("""
				<div class="alert alert-danger" role="alert" id="error">%s</div>
				""", text);
	}

	static Html notice(String text) {
		return Html.of("""
				<div class="alert alert-success" role="status">%s</div>
				""", text);
	}

	static Html paragraph(String text) {
		return Html.of("<p>%s</p>\n", text);
	}

}
