import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import {
	cognito, createInvitedUser, createPoolAndClient, password, signInWithPassword, tokensOf,
} from '../fixture/cognito.js';
import { answer, identityUser, signInWithSrp, tokensOfSession } from '../fixture/identity.js';
import { refused, wrongPassword } from '../fixture/refusal.js';
import { advanceClock } from '../fixture/server.js';
import { verified } from '../fixture/tokens.js';

const newPassword = 'N3w!password';

let client;

before(async () => {
	client = await createPoolAndClient({ Schema: [{ Name: 'name', Required: true, Mutable: true }] });
});

test('a wrong temporary password is refused', async () => {
	await createInvitedUser(client.userPoolId, 'wrong', password);

	await refused(signInWithPassword(client, 'wrong', 'Wr0ng!password'), ...wrongPassword);
	await refused(signInWithSrp(identityUser(client, 'wrong'), 'Wr0ng!password'), ...wrongPassword);
});

test('a temporary password expires', async () => {
	await createInvitedUser(client.userPoolId, 'late', password);

	await advanceClock(7 * 24 * 3600 + 1);

	await refused(signInWithPassword(client, 'late'), 'NotAuthorizedException',
		/^(Temporary password has expired and|User account has expired, it) must be reset by an administrator\.$/);
});

test('a weak new password is refused', async () => {
	const { Session } = await challenged('weak');

	await refused(respond('weak', Session, { NEW_PASSWORD: 'weakpassword', 'userAttributes.name': 'Weak' }),
		'InvalidPasswordException', /^Password did not conform with policy: Password must have /);
});

test('a missing new password is refused', async () => {
	const { Session } = await challenged('missing');

	await refused(respond('missing', Session, { 'userAttributes.name': 'Missing' }), 'InvalidParameterException');
});

test('a missing required attribute is refused', async () => {
	const { Session } = await challenged('nameless');

	await refused(respond('nameless', Session, { NEW_PASSWORD: newPassword }), 'InvalidParameterException');
});

test('a verification cannot be claimed', async () => {
	const { Session } = await challenged('claimant');

	await assert.rejects(respond('claimant', Session, {
		NEW_PASSWORD: newPassword, 'userAttributes.name': 'C', 'userAttributes.email_verified': 'true',
	}), ({ name, message }) => ['NotAuthorizedException', 'InvalidParameterException'].includes(name)
		&& message.startsWith('Cannot modify '));
});

test('a session that was made up is refused', async () => {
	await challenged('made-up');

	await refused(respond('made-up', 'AYABeMadeUpMadeUpMadeUpMadeUp', accepted()),
		'NotAuthorizedException', /^Invalid session/);
});

test('a session that was changed is refused', async () => {
	const { Session } = await challenged('changed');
	const middle = Math.floor(Session.length / 2);
	const other = Session[middle] === 'A' ? 'B' : 'A';

	await refused(respond('changed', Session.slice(0, middle) + other + Session.slice(middle + 1), accepted()),
		'NotAuthorizedException', /^Invalid session/);
});

test('the session of another user is refused', async () => {
	const { Session } = await challenged('one');
	await challenged('another');

	await refused(respond('another', Session, accepted()), 'NotAuthorizedException', /^Invalid session/);
});

test('the session of another challenge is refused', async () => {
	const { Session } = await challenged('challenges');

	await refused(cognito.respondToAuthChallenge({
		ClientId: client.clientId,
		ChallengeName: 'SMS_MFA',
		Session,
		ChallengeResponses: { USERNAME: 'challenges', SMS_MFA_CODE: '123456' },
	}), 'NotAuthorizedException', /^Invalid session/);
});

test('a missing session is refused', async () => {
	await challenged('sessionless');

	await assert.rejects(respond('sessionless', undefined, accepted()), ({ name }) =>
		['InvalidParameterException', 'NotAuthorizedException'].includes(name));
});

test('a session is good for three minutes', async () => {
	const { Session } = await challenged('slow');

	await advanceClock(181);

	await refused(respond('slow', Session, accepted()),
		'NotAuthorizedException', 'Invalid session for the user, session is expired.');
});

test('a session is good once', async () => {
	const { Session } = await challenged('replay');
	await respond('replay', Session, accepted());

	await refused(respond('replay', Session, accepted('N3wer!password')),
		'NotAuthorizedException', 'Invalid session for the user, session can only be used once.');
	assert.ok(await tokensOf(client, 'replay', newPassword));
});

test('the challenge tells what is known and what is wanted', async () => {
	const { ChallengeName, ChallengeParameters } = await challenged('told');

	assert.equal(ChallengeName, 'NEW_PASSWORD_REQUIRED');
	assert.equal(ChallengeParameters.USER_ID_FOR_SRP, 'told');
	assert.deepEqual(JSON.parse(ChallengeParameters.requiredAttributes), ['userAttributes.name']);
	const { email, email_verified: verifiedEmail } = JSON.parse(ChallengeParameters.userAttributes);
	assert.deepEqual([email, verifiedEmail], ['told@example.com', 'true']);
});

test('a new password and the required attributes finish the sign-in', async () => {
	await createInvitedUser(client.userPoolId, 'kate', password);
	const user = identityUser(client, 'kate');

	const asked = await signInWithSrp(user);
	const { session } = await answer((callbacks) =>
		user.completeNewPasswordChallenge(newPassword, { name: 'Kate' }, callbacks));

	assert.equal(asked.challenge, 'NEW_PASSWORD_REQUIRED');
	assert.deepEqual(asked.requiredAttributes, ['name']);
	assert.equal(asked.userAttributes.email, 'kate@example.com');
	const { id } = await verified(tokensOfSession(session), client);
	assert.equal(id.name, 'Kate');
	const { UserStatus } = await cognito.adminGetUser({ UserPoolId: client.userPoolId, Username: 'kate' });
	assert.equal(UserStatus, 'CONFIRMED');
	await refused(signInWithPassword(client, 'kate'), ...wrongPassword);
});

test('an administrator finishes the sign-in of a user', async () => {
	await createInvitedUser(client.userPoolId, 'lena', password);
	const target = { UserPoolId: client.userPoolId, ClientId: client.clientId };
	const { ChallengeName, Session } = await cognito.adminInitiateAuth({
		...target, AuthFlow: 'ADMIN_USER_PASSWORD_AUTH', AuthParameters: { USERNAME: 'lena', PASSWORD: password },
	});

	const { AuthenticationResult } = await cognito.adminRespondToAuthChallenge({
		...target, ChallengeName, Session, ChallengeResponses: { USERNAME: 'lena', ...accepted() },
	});

	await verified(AuthenticationResult, client);
});

function accepted(secret = newPassword) {
	return { NEW_PASSWORD: secret, 'userAttributes.name': 'Somebody' };
}

async function challenged(username) {
	await createInvitedUser(client.userPoolId, username, password);
	return signInWithPassword(client, username);
}

function respond(username, session, responses) {
	return cognito.respondToAuthChallenge({
		ClientId: client.clientId,
		ChallengeName: 'NEW_PASSWORD_REQUIRED',
		Session: session,
		ChallengeResponses: { USERNAME: username, ...responses },
	});
}
