import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import {
	cognito, createClient, createPoolAndClient, createUser, password, signUp,
} from '../fixture/cognito.js';
import { identityUser, signInWithSrp, tokensOfSession } from '../fixture/identity.js';
import { refused, wrongPassword } from '../fixture/refusal.js';
import { advanceClock } from '../fixture/server.js';
import { SrpExchange } from '../fixture/srp.js';
import { verified } from '../fixture/tokens.js';

const N = SrpExchange.modulus;

let client;
let legacyClient;

before(async () => {
	client = await createPoolAndClient();
	const legacy = await createClient(client.userPoolId, { PreventUserExistenceErrors: 'LEGACY' });
	legacyClient = { userPoolId: client.userPoolId, clientId: legacy.ClientId };
	await createUser(client.userPoolId, 'alice');
	await createUser(client.userPoolId, 'bob');
});

test('SRP is refused if the app client does not allow it', async () => {
	const { ClientId } = await createClient(client.userPoolId, { ExplicitAuthFlows: ['ALLOW_USER_PASSWORD_AUTH'] });

	await refused(signInWithSrp(identityUser({ ...client, clientId: ClientId }, 'alice')),
		'InvalidParameterException', 'USER_SRP_AUTH is not enabled for the client.');
});

for (const [name, value] of [['zero', '0'], ['N', N], ['twice N', (2n * BigInt(`0x${N}`)).toString(16)]]) {
	test(`a public value of ${name}, which would prove any password, is refused`, async () => {
		await assert.rejects(initiate(client, 'alice', value), ({ name: type }) =>
			['InvalidParameterException', 'NotAuthorizedException'].includes(type));
	});
}

test('a public value that is no number is refused', async () => {
	await assert.rejects(initiate(client, 'alice', 'not hexadecimal'), ({ name: type }) =>
		['InvalidParameterException', 'NotAuthorizedException'].includes(type));
});

test('a missing public value is refused', async () => {
	await refused(cognito.initiateAuth({
		ClientId: client.clientId, AuthFlow: 'USER_SRP_AUTH', AuthParameters: { USERNAME: 'alice' },
	}), 'InvalidParameterException', 'Missing required parameter SRP_A');
});

test('a wrong password is refused', async () => {
	await refused(signInWithSrp(identityUser(client, 'alice'), 'Wr0ng!password'), ...wrongPassword);
});

test('an unknown user looks like a wrong password', async () => {
	await refused(signInWithSrp(identityUser(client, 'nobody')), ...wrongPassword);
});

test('an unknown user is told to an app client of the legacy kind', async () => {
	await refused(signInWithSrp(identityUser(legacyClient, 'nobody')),
		'UserNotFoundException', 'User does not exist.');
});

test('the challenge for an unknown user cannot be told from a real one', async () => {
	const real = (await challengeFor('alice')).ChallengeParameters;
	const simulated = (await challengeFor('nobody')).ChallengeParameters;
	const again = (await challengeFor('nobody')).ChallengeParameters;

	assert.deepEqual(Object.keys(simulated).sort(), Object.keys(real).sort());
	assert.equal(again.SALT, simulated.SALT);
	assert.equal(again.USER_ID_FOR_SRP, simulated.USER_ID_FOR_SRP);
	assert.notEqual(again.SRP_B, simulated.SRP_B);
	assert.equal(simulated.SECRET_BLOCK.length, real.SECRET_BLOCK.length);
});

test('a secret block that the service did not make is refused', async () => {
	await refused(respondTo('alice', ({ SECRET_BLOCK, ...parameters }) =>
		({ ...parameters, SECRET_BLOCK: Buffer.from(SECRET_BLOCK, 'base64').reverse().toString('base64') })),
	...wrongPassword);
});

test('a secret block of another user is refused', async () => {
	const exchange = SrpExchange.withPool(client.userPoolId);
	const alice = await initiate(client, 'alice', exchange.publicValue);

	const answer = exchange.answer(alice.ChallengeParameters, 'alice');

	await refused(respond(client, { USERNAME: 'bob', ...answer }), 'NotAuthorizedException');
});

test('a secret block of another app client is refused', async () => {
	const exchange = SrpExchange.withPool(client.userPoolId);
	const { ChallengeParameters } = await initiate(client, 'alice', exchange.publicValue);

	const answer = exchange.answer(ChallengeParameters, 'alice');

	await refused(respond(legacyClient, { USERNAME: 'alice', ...answer }), 'NotAuthorizedException');
});

test('a signature of another timestamp is refused', async () => {
	const exchange = SrpExchange.withPool(client.userPoolId);
	const { ChallengeParameters } = await initiate(client, 'alice', exchange.publicValue);

	const answer = exchange.answer(ChallengeParameters, 'alice');

	await refused(respond(client, { USERNAME: 'alice', ...answer, TIMESTAMP: 'Tue Mar 3 04:05:06 UTC 2026' }),
		'NotAuthorizedException');
});

test('a timestamp whose day is padded with a zero is refused', async () => {
	const exchange = SrpExchange.withPool(client.userPoolId);
	const { ChallengeParameters } = await initiate(client, 'alice', exchange.publicValue);

	const answer = exchange.answer(ChallengeParameters, 'alice', password, 'Sat Sep 05 04:05:06 UTC 2026');

	await assert.rejects(respond(client, { USERNAME: 'alice', ...answer }), ({ name }) =>
		['InvalidParameterException', 'NotAuthorizedException'].includes(name));
});

test('an answer that comes too late is refused', async () => {
	const exchange = SrpExchange.withPool(client.userPoolId);
	const { ChallengeParameters } = await initiate(client, 'alice', exchange.publicValue);

	await advanceClock(3600);

	const answer = exchange.answer(ChallengeParameters, 'alice');
	await refused(respond(client, { USERNAME: 'alice', ...answer }), 'NotAuthorizedException');
});

test('an unconfirmed user is told so', async () => {
	await signUp(client, 'unconfirmed');

	await refused(signInWithSrp(identityUser(client, 'unconfirmed')),
		'UserNotConfirmedException', 'User is not confirmed.');
});

test('the challenge carries no session and names the user', async () => {
	const { ChallengeName, ChallengeParameters, Session } = await challengeFor('alice');

	assert.equal(ChallengeName, 'PASSWORD_VERIFIER');
	assert.equal(Session, undefined);
	assert.equal(ChallengeParameters.USERNAME, 'alice');
	assert.equal(ChallengeParameters.USER_ID_FOR_SRP, 'alice');
	assert.match(ChallengeParameters.SALT, /^[0-9a-f]{1,32}$/);
	assert.match(ChallengeParameters.SRP_B, /^[0-9a-f]{700,768}$/);
});

test('the right password gives tokens', async () => {
	const { session } = await signInWithSrp(identityUser(client, 'alice'));

	const { access, id } = await verified(tokensOfSession(session), client);
	assert.equal(access.username, 'alice');
	assert.equal(id.email, 'alice@example.com');
});

test('a password beyond ASCII gives tokens', async () => {
	await createUser(client.userPoolId, 'umlaut');
	await cognito.adminSetUserPassword({
		UserPoolId: client.userPoolId, Username: 'umlaut', Password: 'Pässwörd 1!', Permanent: true,
	});

	const { session } = await signInWithSrp(identityUser(client, 'umlaut'), 'Pässwörd 1!');

	await verified(tokensOfSession(session), client);
});

test('numbers with leading zeros do not matter in ten sign-ins with ten salts', async () => {
	for (let round = 1; round <= 10; round++) {
		const secret = `Passw0rd!${round}`;
		await cognito.adminSetUserPassword({
			UserPoolId: client.userPoolId, Username: 'bob', Password: secret, Permanent: true,
		});

		const { session } = await signInWithSrp(identityUser(client, 'bob'), secret);

		assert.equal(session.getIdToken().payload['cognito:username'], 'bob');
	}
});

function initiate({ clientId }, username, publicValue) {
	return cognito.initiateAuth({
		ClientId: clientId,
		AuthFlow: 'USER_SRP_AUTH',
		AuthParameters: { USERNAME: username, SRP_A: publicValue },
	});
}

function challengeFor(username) {
	return initiate(client, username, SrpExchange.withPool(client.userPoolId).publicValue);
}

async function respondTo(username, change) {
	const exchange = SrpExchange.withPool(client.userPoolId);
	const { ChallengeParameters } = await initiate(client, username, exchange.publicValue);
	return respond(client, { USERNAME: username, ...exchange.answer(change(ChallengeParameters), username) });
}

function respond({ clientId }, responses) {
	return cognito.respondToAuthChallenge({
		ClientId: clientId, ChallengeName: 'PASSWORD_VERIFIER', ChallengeResponses: responses,
	});
}
