// There is no way to a passkey but this script. It needs no other page, and no inline code.
"use strict";

const decode = (text) => Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")),
	(character) => character.charCodeAt(0));

const encode = (buffer) => btoa(String.fromCharCode(...new Uint8Array(buffer)))
	.replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");

const descriptors = (list) => (list ?? []).map((descriptor) => ({ ...descriptor, id: decode(descriptor.id) }));

function requestOptions(json) {
	return PublicKeyCredential.parseRequestOptionsFromJSON?.(json) ?? {
		...json,
		challenge: decode(json.challenge),
		allowCredentials: descriptors(json.allowCredentials),
	};
}

function creationOptions(json) {
	return PublicKeyCredential.parseCreationOptionsFromJSON?.(json) ?? {
		...json,
		challenge: decode(json.challenge),
		user: { ...json.user, id: decode(json.user.id) },
		excludeCredentials: descriptors(json.excludeCredentials),
	};
}

function toJson(credential) {
	try {
		return credential.toJSON();
	}
	catch {
		// Older browsers have no such method, and that of some password managers fails
		const response = {};
		for (const name of ["clientDataJSON", "authenticatorData", "signature", "userHandle", "attestationObject"]) {
			if (credential.response[name]) {
				response[name] = encode(credential.response[name]);
			}
		}
		if (credential.response.getTransports) {
			response.transports = credential.response.getTransports();
		}
		return {
			id: credential.id,
			rawId: encode(credential.rawId),
			type: credential.type,
			authenticatorAttachment: credential.authenticatorAttachment ?? undefined,
			clientExtensionResults: credential.getClientExtensionResults(),
			response,
		};
	}
}

// How the page names what went wrong. A browser does not tell "cancelled" from "no passkey here".
const reasons = {
	AbortError: "cancelled",
	InvalidStateError: "exists",
	NotAllowedError: "cancelled",
	NotSupportedError: "unsupported",
	SecurityError: "notAllowed",
};

async function optionsFrom(form) {
	const response = await fetch(form.dataset.passkeyOptions, {
		method: "POST",
		headers: { Accept: "application/json" },
		body: new URLSearchParams(new FormData(form)),
	});
	const body = await response.json();
	if (!response.ok) {
		throw Object.assign(new Error(), { detail: body.detail });
	}
	return body;
}

async function credential(form) {
	if (!window.PublicKeyCredential) {
		throw new DOMException("", "NotSupportedError");
	}
	if (form.dataset.passkeyRequest) {
		const options = requestOptions(JSON.parse(form.dataset.passkeyRequest));
		return navigator.credentials.get({ publicKey: options });
	}
	return navigator.credentials.create({ publicKey: creationOptions(await optionsFrom(form)) });
}

for (const button of document.querySelectorAll("[data-passkey-button]")) {
	const form = button.form;
	const alert = form.querySelector("[data-passkey-alert]");
	let busy = false;
	button.addEventListener("click", async () => {
		if (busy) {
			return;
		}
		busy = true;
		alert.hidden = true;
		alert.textContent = "";
		try {
			form.elements.credential.value = JSON.stringify(toJson(await credential(form)));
			form.submit();
		}
		catch (error) {
			busy = false;
			alert.hidden = false;
			alert.textContent = error.detail ?? alert.dataset[reasons[error.name]] ?? alert.dataset.failed;
		}
	});
	button.hidden = false;
	if (form.dataset.passkeyRequest) {
		button.focus();
	}
}
