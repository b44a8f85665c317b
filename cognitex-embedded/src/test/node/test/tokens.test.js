import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import {
	CognitoJwtInvalidClientIdError, CognitoJwtInvalidTokenUseError, JwtExpiredError, JwtInvalidSignatureError,
	KidNotFoundInJwksError,
} from 'aws-jwt-verify/error';
import {
	cognito, createClient, createPoolAndClient, createUser, tokensOf,
} from '../fixture/cognito.js';
import { decoded, issuerOf, verified, verify } from '../fixture/tokens.js';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

let client;
let tokens;

before(async () => {
	client = await createPoolAndClient();
	await createUser(client.userPoolId, 'alice', { name: 'Alice', phone_number: '+4915112349934' });
	tokens = await tokensOf(client, 'alice');
});

test('an ID token is no access token, nor the other way round', async () => {
	await assert.rejects(verify(tokens.IdToken, { ...client, tokenUse: 'access' }),
		CognitoJwtInvalidTokenUseError);
	await assert.rejects(verify(tokens.AccessToken, { ...client, tokenUse: 'id' }),
		CognitoJwtInvalidTokenUseError);
});

test('a token of another app client is refused', async () => {
	const { ClientId } = await createClient(client.userPoolId);
	const expectation = { userPoolId: client.userPoolId, clientId: ClientId };

	await assert.rejects(verify(tokens.AccessToken, { ...expectation, tokenUse: 'access' }),
		CognitoJwtInvalidClientIdError);
	await assert.rejects(verify(tokens.IdToken, { ...expectation, tokenUse: 'id' }),
		CognitoJwtInvalidClientIdError);
});

test('a token of another pool is refused', async () => {
	const elsewhere = await createPoolAndClient();

	await assert.rejects(verify(tokens.AccessToken, { ...elsewhere, clientId: client.clientId, tokenUse: 'access' }),
		KidNotFoundInJwksError);
});

test('an expired token is refused', async (t) => {
	const { exp } = decoded(tokens.AccessToken, 1);
	t.mock.method(Date, 'now', () => (exp + 1) * 1000);

	await assert.rejects(verify(tokens.AccessToken, { ...client, tokenUse: 'access' }), JwtExpiredError);
});

test('a token whose claims were changed is refused', async () => {
	const [header, , signature] = tokens.AccessToken.split('.');
	const claims = { ...decoded(tokens.AccessToken, 1), username: 'admin' };
	const forged = [header, Buffer.from(JSON.stringify(claims)).toString('base64url'), signature].join('.');

	await assert.rejects(verify(forged, { ...client, tokenUse: 'access' }), JwtInvalidSignatureError);
});

test('a token signed with the key of the other kind is refused', async () => {
	const [header] = tokens.IdToken.split('.');
	const [, claims, signature] = tokens.AccessToken.split('.');

	await assert.rejects(verify([header, claims, signature].join('.'), { ...client, tokenUse: 'access' }),
		JwtInvalidSignatureError);
});

test('the keys are published for everyone', async () => {
	const response = await fetch(`${issuerOf(client.userPoolId)}/.well-known/jwks.json`);

	const { keys } = await response.json();
	assert.equal(response.headers.get('Access-Control-Allow-Origin'), '*');
	assert.match(response.headers.get('Content-Type'), /^application\/json/);
	assert.equal(keys.length, 2);
	for (const key of keys) {
		assert.deepEqual(Object.keys(key).sort(), ['alg', 'e', 'kid', 'kty', 'n', 'use']);
		assert.equal(key.alg, 'RS256');
		assert.equal(key.use, 'sig');
		assert.equal(key.e, 'AQAB');
		assert.match(key.kid, /^[A-Za-z0-9+/]{43}=$/);
	}
});

test('access and ID tokens are signed with different keys', async () => {
	const [access, id] = [decoded(tokens.AccessToken, 0), decoded(tokens.IdToken, 0)];

	assert.deepEqual(Object.keys(access).sort(), ['alg', 'kid']);
	assert.deepEqual(Object.keys(id).sort(), ['alg', 'kid']);
	assert.notEqual(access.kid, id.kid);
});

test('the keys of an unknown pool are not found', async () => {
	const response = await fetch(`${issuerOf('eu-central-1_000000000')}/.well-known/jwks.json`);

	assert.ok(response.status >= 400 && response.status < 500, `HTTP status ${response.status}`);
});

test('the discovery document leads to the keys', async () => {
	const issuer = issuerOf(client.userPoolId);

	const discovery = await (await fetch(`${issuer}/.well-known/openid-configuration`)).json();

	assert.equal(discovery.issuer, issuer);
	assert.equal(discovery.jwks_uri, `${issuer}/.well-known/jwks.json`);
	assert.deepEqual(discovery.id_token_signing_alg_values_supported, ['RS256']);
});

test('an access token says what a user may do', async () => {
	const { access } = await verified(tokens, client);

	const { sub, exp, iat, auth_time: authTime, jti, origin_jti: originJti, event_id: eventId, ...rest } = access;
	for (const id of [sub, jti, originJti, eventId]) {
		assert.match(id, uuid);
	}
	assert.equal(exp - iat, 3600);
	assert.equal(authTime, iat);
	assert.deepEqual(rest, {
		iss: issuerOf(client.userPoolId),
		client_id: client.clientId,
		token_use: 'access',
		scope: 'aws.cognito.signin.user.admin',
		username: 'alice',
	});
});

test('an ID token says who a user is', async () => {
	const { access, id } = await verified(tokens, client);

	const {
		sub, exp, iat, auth_time: authTime, jti, origin_jti: originJti, event_id: eventId,
		phone_number_verified: phoneVerified, ...rest
	} = id;
	assert.equal(phoneVerified ?? false, false);
	assert.equal(sub, access.sub);
	assert.equal(originJti, access.origin_jti);
	assert.equal(eventId, access.event_id);
	assert.notEqual(jti, access.jti);
	assert.equal(exp - iat, 3600);
	assert.equal(authTime, access.auth_time);
	assert.deepEqual(rest, {
		iss: issuerOf(client.userPoolId),
		aud: client.clientId,
		token_use: 'id',
		'cognito:username': 'alice',
		name: 'Alice',
		email: 'alice@example.com',
		email_verified: true,
		phone_number: '+4915112349934',
	});
});

test('tokens live as long as the app client says', async () => {
	const { ClientId } = await createClient(client.userPoolId, {
		AccessTokenValidity: 5,
		IdTokenValidity: 600,
		TokenValidityUnits: { AccessToken: 'minutes', IdToken: 'seconds' },
	});
	const own = { userPoolId: client.userPoolId, clientId: ClientId };

	const shortLived = await tokensOf(own, 'alice');

	const { access, id } = await verified(shortLived, own);
	assert.equal(access.exp - access.iat, 300);
	assert.equal(id.exp - id.iat, 600);
	assert.equal(shortLived.ExpiresIn, 300);
});

test('two sign-ins have nothing in common but the user', async () => {
	const first = await verified(tokens, client);
	const second = await verified(await tokensOf(client, 'alice'), client);

	assert.equal(second.access.sub, first.access.sub);
	for (const claim of ['jti', 'origin_jti', 'event_id']) {
		assert.notEqual(second.access[claim], first.access[claim]);
	}
});

test('a token names the user that GetUser finds', async () => {
	const { Username, UserAttributes } = await cognito.getUser({ AccessToken: tokens.AccessToken });

	const { access } = await verified(tokens, client);
	assert.equal(Username, access.username);
	assert.equal(UserAttributes.find(({ Name }) => Name === 'sub').Value, access.sub);
});
