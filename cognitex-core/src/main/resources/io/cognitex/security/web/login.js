// Comfort only: every page works without this script, passkeys aside.
for (const field of document.querySelectorAll("[data-show-password]")) {
	const input = document.getElementById(field.dataset.showPassword);
	const checkbox = field.querySelector("input");
	checkbox.checked = false;
	checkbox.addEventListener("change", () => {
		input.type = checkbox.checked ? "text" : "password";
	});
	input.form.addEventListener("submit", () => {
		input.type = "password";
	});
	field.hidden = false;
}
