import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import {
	cognito, createPoolAndClient, createUser, password, signInWithPassword, tokensOf,
} from '../fixture/cognito.js';
import { identityUser, promise, signInWithSrp } from '../fixture/identity.js';
import { refused, violation, wrongPassword } from '../fixture/refusal.js';

let client;

before(async () => {
	client = await createPoolAndClient();
});

test('a missing access token fails validation', async () => {
	await refused(cognito.changePassword({ PreviousPassword: password, ProposedPassword: 'N3w!password' }),
		'InvalidParameterException',
		violation('Value null', 'accessToken', 'not be null'));
});

test('an ID token is no access token', async () => {
	await createUser(client.userPoolId, 'id-token');
	const { IdToken } = await tokensOf(client, 'id-token');

	await refused(change(IdToken, password, 'N3w!password'), 'NotAuthorizedException', 'Invalid Access Token');
});

test('a wrong previous password is refused', async () => {
	await createUser(client.userPoolId, 'wrong');
	const { AccessToken } = await tokensOf(client, 'wrong');

	await refused(change(AccessToken, 'Wr0ng!password', 'N3w!password'), ...wrongPassword);
});

test('a weak password is refused', async () => {
	await createUser(client.userPoolId, 'weak');
	const { AccessToken } = await tokensOf(client, 'weak');

	await refused(change(AccessToken, password, 'Sh0rt!'),
		'InvalidPasswordException', 'Password did not conform with policy: Password not long enough');
});

test('a password that was used before is refused if the pool remembers', async () => {
	const remembering = await createPoolAndClient({
		UserPoolTier: 'ESSENTIALS',
		Policies: { PasswordPolicy: { MinimumLength: 8, PasswordHistorySize: 2 } },
	});
	await createUser(remembering.userPoolId, 'alice');
	const { AccessToken } = await tokensOf(remembering, 'alice');
	await change(AccessToken, password, 'N3w!password');

	await refused(change(AccessToken, 'N3w!password', password), 'PasswordHistoryPolicyViolationException');

	await change(AccessToken, 'N3w!password', 'N3wer!password');
	await change(AccessToken, 'N3wer!password', 'N3west!password');
});

test('more than five changes in an hour are refused', async () => {
	await createUser(client.userPoolId, 'restless');
	const { AccessToken } = await tokensOf(client, 'restless');
	let previous = password;
	for (let round = 1; round <= 5; round++) {
		await change(AccessToken, previous, `N3w!password${round}`);
		previous = `N3w!password${round}`;
	}

	await refused(change(AccessToken, previous, 'N3w!password6'),
		'LimitExceededException', 'Attempt limit exceeded, please try after some time.');
});

test('the new password replaces the old one and the tokens stay good', async () => {
	await createUser(client.userPoolId, 'judy');
	const user = identityUser(client, 'judy');
	const { session } = await signInWithSrp(user);

	await promise((callback) => user.changePassword(password, 'N3w!password', callback));

	await refused(signInWithPassword(client, 'judy'), ...wrongPassword);
	await signInWithSrp(identityUser(client, 'judy'), 'N3w!password');
	const { Username } = await cognito.getUser({ AccessToken: session.getAccessToken().getJwtToken() });
	assert.equal(Username, 'judy');
});

function change(accessToken, previous, proposed) {
	return cognito.changePassword({
		AccessToken: accessToken, PreviousPassword: previous, ProposedPassword: proposed,
	});
}
