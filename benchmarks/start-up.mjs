// How long the standalone server takes from its command to its first answer, beside
// cognito-local: node benchmarks/start-up.mjs; docs/performance.md says what it needs.
import { spawn } from "node:child_process";
import { readdirSync } from "node:fs";
import { createServer } from "node:net";

const RUNS = 10;
const target = new URL("../cognitex-embedded/target/", import.meta.url).pathname;
const jar = target + readdirSync(target).find((name) => name.endsWith("-standalone.jar"));
const cognitoLocal = new URL("target/cognito-local/node_modules/cognito-local/lib/bin/start.js", import.meta.url).pathname;

function freePort() {
	return new Promise((resolve) => {
		const server = createServer().listen(0, "127.0.0.1", () => {
			const { port } = server.address();
			server.close(() => resolve(port));
		});
	});
}

async function answers(port) {
	try {
		await fetch(`http://127.0.0.1:${port}/`);
		return true;
	}
	catch {
		return false;
	}
}

async function start(command) {
	const port = await freePort();
	const began = performance.now();
	const [program, args, env] = command(port);
	const child = spawn(program, args, { env: { ...process.env, ...env }, stdio: "ignore" });
	while (!(await answers(port))) {
		if (child.exitCode !== null) {
			throw new Error(`${program} ${args.join(" ")} ended with ${child.exitCode}`);
		}
		await new Promise((resolve) => setTimeout(resolve, 5));
	}
	const took = performance.now() - began;
	child.kill();
	await new Promise((resolve) => child.once("exit", resolve));
	return took;
}

async function measure(name, command) {
	const times = [];
	for (let i = 0; i < RUNS; i++) {
		times.push(await start(command));
	}
	times.sort((a, b) => a - b);
	console.log(`${name}: median ${Math.round(times[RUNS / 2])} ms, ${Math.round(times[0])} to ${Math.round(times[RUNS - 1])} ms`);
}

await measure("cognitex", (port) => ["java", ["-jar", jar, "--port", `${port}`], {}]);
await measure("cognito-local", (port) => [process.execPath, [cognitoLocal], { PORT: `${port}`, HOST: "127.0.0.1" }]);
