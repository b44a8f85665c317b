import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import { AuthenticationDetails } from 'amazon-cognito-identity-js';
import { cognito, createPoolAndClient, createUser, password } from '../fixture/cognito.js';
import { answer, identityUser, signInWithSrp, tokensOfSession } from '../fixture/identity.js';
import { refused, wrongPassword } from '../fixture/refusal.js';
import { verified } from '../fixture/tokens.js';

/** A pool with triggers, which only Java can make: they ask what 6 * 7 is, at most twice. */
const client = { userPoolId: process.env.RIDDLE_USER_POOL_ID, clientId: process.env.RIDDLE_CLIENT_ID };

const usedSession = ['NotAuthorizedException', 'Invalid session for the user, session can only be used once.'];

before(async () => {
	for (const username of ['alice', 'bob']) {
		await createUser(client.userPoolId, username);
	}
});

test('the flow is refused if the app client does not allow it', async () => {
	const { clientId } = await createPoolAndClient();

	await refused(begin('alice', { clientId }),
		'InvalidParameterException', 'CUSTOM_AUTH is not enabled for the client.');
});

test('the flow is refused if the pool has no triggers', async () => {
	const untriggered = await createPoolAndClient({}, { ExplicitAuthFlows: ['ALLOW_CUSTOM_AUTH'] });
	await createUser(untriggered.userPoolId, 'alice');

	await refused(begin('alice', untriggered), 'InvalidParameterException');
});

test('a wrong answer is asked for again, and a second one refused', async () => {
	const user = identityUser(client, 'alice');
	await initiate(user);

	const again = await sendAnswer(user, '41');

	assert.equal(again.challenge, 'CUSTOM_CHALLENGE');
	await refused(sendAnswer(user, '43'), ...wrongPassword);
});

test('the session of an earlier question is refused', async () => {
	const { Session } = await begin('alice');
	const next = await respond('alice', Session, '41');

	await refused(respond('alice', Session, '42'), ...usedSession);
	assert.notEqual(next.Session, Session);
});

test('the session of another user is refused', async () => {
	const { Session } = await begin('alice');

	await refused(respond('bob', Session, '42'), 'NotAuthorizedException', /^Invalid session/);
});

test('an answer without a session is refused', async () => {
	await refused(respond('alice', undefined, '42'), 'NotAuthorizedException');
});

test('an unknown user is asked as any other, and no answer is right', async () => {
	const { ChallengeName, ChallengeParameters, Session } = await begin('nobody');

	assert.equal(ChallengeName, 'CUSTOM_CHALLENGE');
	assert.equal(ChallengeParameters.riddle, '6 * 7');
	await refused(respond('nobody', Session, '42'), ...wrongPassword);
});

test('the right answer signs in', async () => {
	const user = identityUser(client, 'alice');
	const { challenge, parameters } = await initiate(user);
	assert.equal(challenge, 'CUSTOM_CHALLENGE');
	assert.equal(parameters.riddle, '6 * 7');
	assert.equal(parameters.answer, undefined);

	const { session } = await sendAnswer(user, '42');

	const { access } = await verified(tokensOfSession(session), client);
	assert.equal(access.username, 'alice');
});

test('the right answer after a wrong one signs in', async () => {
	const user = identityUser(client, 'alice');
	await initiate(user);
	await sendAnswer(user, '41');

	const { session } = await sendAnswer(user, '42');

	await verified(tokensOfSession(session), client);
});

test('with the password first, a wrong one is refused before anything is asked', async () => {
	const user = identityUser(client, 'alice');
	user.setAuthenticationFlowType('CUSTOM_AUTH');

	await refused(signInWithSrp(user, `${password}?`), ...wrongPassword);
});

test('with the password first, the question follows', async () => {
	const user = identityUser(client, 'alice');
	user.setAuthenticationFlowType('CUSTOM_AUTH');
	const { challenge } = await signInWithSrp(user);
	assert.equal(challenge, 'CUSTOM_CHALLENGE');

	const { session } = await sendAnswer(user, '42');

	await verified(tokensOfSession(session), client);
});

test('with the password first, a wrong answer does not do', async () => {
	const user = identityUser(client, 'alice');
	user.setAuthenticationFlowType('CUSTOM_AUTH');
	await signInWithSrp(user);

	await sendAnswer(user, '41');

	await refused(sendAnswer(user, '43'), ...wrongPassword);
});

test('an administrator signs a user in by the same questions', async () => {
	const { Session } = await cognito.adminInitiateAuth({
		UserPoolId: client.userPoolId,
		ClientId: client.clientId,
		AuthFlow: 'CUSTOM_AUTH',
		AuthParameters: { USERNAME: 'alice' },
	});

	const { AuthenticationResult } = await cognito.adminRespondToAuthChallenge({
		UserPoolId: client.userPoolId,
		ClientId: client.clientId,
		ChallengeName: 'CUSTOM_CHALLENGE',
		Session,
		ChallengeResponses: { USERNAME: 'alice', ANSWER: '42' },
	});

	await verified(AuthenticationResult, client);
});

function initiate(user) {
	const details = new AuthenticationDetails({ Username: user.getUsername() });
	user.setAuthenticationFlowType('CUSTOM_AUTH');
	return answer((callbacks) => user.initiateAuth(details, callbacks));
}

function sendAnswer(user, text) {
	return answer((callbacks) => user.sendCustomChallengeAnswer(text, callbacks));
}

function begin(username, { clientId } = client) {
	return cognito.initiateAuth({
		ClientId: clientId,
		AuthFlow: 'CUSTOM_AUTH',
		AuthParameters: { USERNAME: username },
	});
}

function respond(username, Session, text) {
	return cognito.respondToAuthChallenge({
		ClientId: client.clientId,
		ChallengeName: 'CUSTOM_CHALLENGE',
		Session,
		ChallengeResponses: { USERNAME: username, ANSWER: text },
	});
}
