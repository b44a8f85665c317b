import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import {
	attributeList, cognito, createPoolAndClient, createUser, password, secretHash, signInWithPassword,
} from '../fixture/cognito.js';
import { refused, wrongPassword } from '../fixture/refusal.js';
import { call, codeSentTo } from '../fixture/server.js';
import { SrpExchange } from '../fixture/srp.js';
import { verified } from '../fixture/tokens.js';

const wrongHash = /^(Unable to verify secret hash for client|SecretHash does not match for the client:) /;

let client;
let publicClient;

before(async () => {
	client = await createPoolAndClient({ AliasAttributes: ['email'] }, { GenerateSecret: true });
	publicClient = await createPoolAndClient();
	await createUser(client.userPoolId, 'alice');
	await createUser(publicClient.userPoolId, 'alice');
});

test('a missing hash is refused', async () => {
	await refused(signInWithPassword(client, 'alice'), 'NotAuthorizedException',
		`Client ${client.clientId} is configured with secret but SECRET_HASH was not received`);
});

test('a hash of another name is refused', async () => {
	await refused(signInWithHashOf('bob', 'alice'), 'NotAuthorizedException', wrongHash);
});

test('a hash with another secret is refused', async () => {
	const hash = secretHash('alice', client.clientId, `${client.clientSecret}x`);

	await refused(signInWithPassword(client, 'alice', password, { SECRET_HASH: hash }),
		'NotAuthorizedException', wrongHash);
});

test('a hash is refused by an app client without a secret', async () => {
	const hash = secretHash('alice', publicClient.clientId, 'secret');

	await refused(signInWithPassword(publicClient, 'alice', password, { SECRET_HASH: hash }),
		'NotAuthorizedException', wrongHash);
});

test('the hash is checked before the password', async () => {
	await refused(signInWithPassword(client, 'alice', 'Wr0ng!password', { SECRET_HASH: hashOf('bob') }),
		'NotAuthorizedException', wrongHash);
	await refused(signInWithPassword(client, 'alice', 'Wr0ng!password', { SECRET_HASH: hashOf('alice') }),
		...wrongPassword);
});

for (const [operation, request] of [
	['signUp', { Password: password }],
	['confirmSignUp', { ConfirmationCode: '123456' }],
	['resendConfirmationCode', {}],
	['forgotPassword', {}],
	['confirmForgotPassword', { ConfirmationCode: '123456', Password: password }],
]) {
	test(`${operation} wants the hash of its own name`, async () => {
		const send = (hash) => cognito[operation]({
			ClientId: client.clientId, Username: 'carol', SecretHash: hash, ...request,
		});

		await refused(send(undefined), 'NotAuthorizedException',
			`Client ${client.clientId} is configured with secret but SECRET_HASH was not received`);
		await refused(send(hashOf('alice')), 'NotAuthorizedException', wrongHash);
	});
}

test('a user signs up and confirms with hashes', async () => {
	await cognito.signUp({
		ClientId: client.clientId,
		Username: 'dave',
		Password: password,
		SecretHash: hashOf('dave'),
		UserAttributes: attributeList({ email: 'dave@example.com' }),
	});
	await cognito.confirmSignUp({
		ClientId: client.clientId,
		Username: 'dave',
		ConfirmationCode: await codeSentTo(client.userPoolId, 'dave'),
		SecretHash: hashOf('dave'),
	});

	const { AuthenticationResult } = await signInWithHashOf('dave', 'dave');

	await verified(AuthenticationResult, client);
});

test('a sign-in by alias takes the hash of the alias', async () => {
	await refused(signInWithHashOf('alice', 'alice@example.com'), 'NotAuthorizedException', wrongHash);

	const { AuthenticationResult } = await signInWithHashOf('alice@example.com', 'alice@example.com');

	const { access } = await verified(AuthenticationResult, client);
	assert.equal(access.username, 'alice');
});

test('the answer to an SRP challenge takes the hash of the user\'s own name', async () => {
	const exchange = SrpExchange.withPool(client.userPoolId);
	const { ChallengeParameters } = await cognito.initiateAuth({
		ClientId: client.clientId,
		AuthFlow: 'USER_SRP_AUTH',
		AuthParameters: {
			USERNAME: 'alice@example.com', SRP_A: exchange.publicValue, SECRET_HASH: hashOf('alice@example.com'),
		},
	});
	const user = ChallengeParameters.USER_ID_FOR_SRP;
	const respond = (hash) => cognito.respondToAuthChallenge({
		ClientId: client.clientId,
		ChallengeName: 'PASSWORD_VERIFIER',
		ChallengeResponses: { USERNAME: user, SECRET_HASH: hash, ...exchange.answer(ChallengeParameters, user) },
	});

	assert.equal(user, 'alice');
	await refused(respond(hashOf('alice@example.com')), 'NotAuthorizedException', wrongHash);
	const { AuthenticationResult } = await respond(hashOf('alice'));
	await verified(AuthenticationResult, client);
});

test('a refresh takes the hash of the user\'s own name', async () => {
	const { AuthenticationResult } = await signInWithHashOf('alice@example.com', 'alice@example.com');
	const refresh = (hash) => cognito.initiateAuth({
		ClientId: client.clientId,
		AuthFlow: 'REFRESH_TOKEN_AUTH',
		AuthParameters: { REFRESH_TOKEN: AuthenticationResult.RefreshToken, SECRET_HASH: hash },
	});

	await refused(refresh(hashOf('alice@example.com')), 'NotAuthorizedException', wrongHash);
	await verified((await refresh(hashOf('alice'))).AuthenticationResult, client);
});

test('getting tokens from a refresh token takes the secret itself', async () => {
	const { AuthenticationResult } = await signInWithHashOf('alice', 'alice');
	const refresh = (secret) => cognito.getTokensFromRefreshToken({
		ClientId: client.clientId, RefreshToken: AuthenticationResult.RefreshToken, ClientSecret: secret,
	});

	await refused(refresh(undefined), 'NotAuthorizedException');
	await refused(refresh('0123456789abcdefghijklmnopqrst'), 'NotAuthorizedException');
	await verified((await refresh(client.clientSecret)).AuthenticationResult, client);
});

test('a token is revoked with the secret only', async () => {
	const { AuthenticationResult } = await signInWithHashOf('alice', 'alice');
	const revoke = (secret) => cognito.revokeToken({
		ClientId: client.clientId, Token: AuthenticationResult.RefreshToken, ClientSecret: secret,
	});

	await refused(revoke(undefined), 'UnauthorizedException');
	await refused(revoke('0123456789abcdefghijklmnopqrst'), 'UnauthorizedException');
	await cognito.getUser({ AccessToken: AuthenticationResult.AccessToken });
	await revoke(client.clientSecret);
	await refused(cognito.getUser({ AccessToken: AuthenticationResult.AccessToken }),
		'NotAuthorizedException', 'Access Token has been revoked');
});

test('two secrets are good while one takes over from the other', async () => {
	const rotating = await createPoolAndClient({}, { GenerateSecret: true });
	await createUser(rotating.userPoolId, 'alice');
	const target = { UserPoolId: rotating.userPoolId, ClientId: rotating.clientId };
	const signInWith = (secret) => signInWithPassword(rotating, 'alice', password,
		{ SECRET_HASH: secretHash('alice', rotating.clientId, secret) });

	const { ClientSecretDescriptor: added } = await administer('AddUserPoolClientSecret', target);
	await signInWith(rotating.clientSecret);
	await signInWith(added.ClientSecretValue);
	const { ClientSecrets } = await administer('ListUserPoolClientSecrets', target);
	const [old] = ClientSecrets.filter(({ ClientSecretId }) => ClientSecretId !== added.ClientSecretId);
	await administer('DeleteUserPoolClientSecret', { ...target, ClientSecretId: old.ClientSecretId });

	assert.equal(ClientSecrets.length, 2);
	await refused(signInWith(rotating.clientSecret), 'NotAuthorizedException', wrongHash);
	await signInWith(added.ClientSecretValue);
});

function hashOf(username) {
	return secretHash(username, client.clientId, client.clientSecret);
}

function signInWithHashOf(hashedName, username) {
	return signInWithPassword(client, username, password, { SECRET_HASH: hashOf(hashedName) });
}

/** The operations on client secrets are younger than the last SDK for Node 18. */
async function administer(operation, request) {
	const response = await call(operation, request, {
		Authorization: 'AWS4-HMAC-SHA256 Credential=AKIAIOSFODNN7EXAMPLE/20261123/eu-central-1/cognito-idp/aws4_request, '
			+ 'SignedHeaders=host;x-amz-date, Signature=0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef',
	});
	const text = await response.text();
	assert.equal(response.status, 200, text);
	return text === '' ? {} : JSON.parse(text);
}
