import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import {
	attributeList, attributeMap, cognito, createClient, createPoolAndClient, createUser, password, signInWithPassword,
	signUp, tokensOf,
} from '../fixture/cognito.js';
import { identityUser, signInWithSrp, tokensOfSession } from '../fixture/identity.js';
import { refused, wrongPassword } from '../fixture/refusal.js';
import { codeSentTo } from '../fixture/server.js';
import { verified } from '../fixture/tokens.js';

let byEmail;
let byEmailOrPhone;
let withAliases;

before(async () => {
	byEmail = await createPoolAndClient({ UsernameAttributes: ['email'] });
	byEmailOrPhone = await createPoolAndClient({ UsernameAttributes: ['email', 'phone_number'] });
	withAliases = await createPoolAndClient({ AliasAttributes: ['email', 'preferred_username'] });
});

test('where e-mail addresses are names, another name is refused', async () => {
	await refused(signUp(byEmail, 'alice', {}), 'InvalidParameterException', 'Username should be an email.');
});

test('where e-mail addresses and phone numbers are names, another name is refused', async () => {
	await refused(signUp(byEmailOrPhone, 'alice', {}),
		'InvalidParameterException', 'Username should be either an email or a phone number.');
});

test('where e-mail addresses are names, one that is taken is refused even unconfirmed', async () => {
	await signUp(byEmail, 'taken@example.com', {});

	await refused(signUp(byEmail, 'taken@example.com', {}),
		'UsernameExistsException', 'An account with the given email already exists.');
});

test('where e-mail addresses are names, a user cannot take another\'s by an update', async () => {
	await createUser(byEmail.userPoolId, 'first@example.com');
	await createUser(byEmail.userPoolId, 'second@example.com');
	const { AccessToken } = await tokensOf(byEmail, 'second@example.com');

	await refused(cognito.updateUserAttributes({
		AccessToken, UserAttributes: attributeList({ email: 'first@example.com' }),
	}), 'AliasExistsException', 'An account with the given email already exists.');
});

test('where e-mail addresses are names, the user is known by sub', async () => {
	const { UserSub } = await signUp(byEmail, 'bob@example.com', {});
	await cognito.confirmSignUp({
		ClientId: byEmail.clientId,
		Username: 'bob@example.com',
		ConfirmationCode: await codeSentTo(byEmail.userPoolId, 'bob@example.com'),
	});
	const user = identityUser(byEmail, 'bob@example.com');

	const { session } = await signInWithSrp(user);

	assert.equal(user.getUsername(), UserSub);
	const { access, id } = await verified(tokensOfSession(session), byEmail);
	assert.equal(access.username, UserSub);
	assert.equal(id['cognito:username'], UserSub);
	assert.equal(id.sub, UserSub);
	assert.equal(id.email, 'bob@example.com');
});

test('where phone numbers are names, the code goes to the phone', async () => {
	const texting = await createPoolAndClient({
		UsernameAttributes: ['phone_number'], AutoVerifiedAttributes: ['phone_number'],
	});

	const { CodeDeliveryDetails } = await signUp(texting, '+4915112349934', {});

	assert.equal(CodeDeliveryDetails.Destination, '+*******9934');
});

test('an administrator finds a user by e-mail address and by sub', async () => {
	await createUser(byEmail.userPoolId, 'found@example.com');

	const found = await cognito.adminGetUser({ UserPoolId: byEmail.userPoolId, Username: 'found@example.com' });
	const again = await cognito.adminGetUser({ UserPoolId: byEmail.userPoolId, Username: found.Username });

	assert.equal(found.Username, attributeMap(found.UserAttributes).sub);
	assert.deepEqual(again.UserAttributes, found.UserAttributes);
});

test('where e-mail addresses are aliases, a name that looks like one is refused', async () => {
	await refused(signUp(withAliases, 'alice@example.com', { email: 'alice@example.com' }),
		'InvalidParameterException',
		'Username cannot be of email format, since user pool is configured for email alias.');
});

test('an alias that is not verified does not sign in', async () => {
	await signUp(withAliases, 'carol');

	await refused(signInWithPassword(withAliases, 'carol@example.com'), ...wrongPassword);
	await refused(signInWithPassword(withAliases, 'carol'), 'UserNotConfirmedException');
});

test('an alias that is taken is refused at confirmation', async () => {
	await createUser(withAliases.userPoolId, 'owner');
	await signUp(withAliases, 'rival', { email: 'owner@example.com' });
	const code = await codeSentTo(withAliases.userPoolId, 'rival');

	await refused(confirm('rival', code, false),
		'AliasExistsException', /^An account with the (given )?email already exists\.$/);
});

test('an alias moves if its new owner insists', async () => {
	await createUser(withAliases.userPoolId, 'former');
	await signUp(withAliases, 'latter', { email: 'former@example.com' });

	await confirm('latter', await codeSentTo(withAliases.userPoolId, 'latter'), true);

	const { access } = await verified(await tokensOf(withAliases, 'former@example.com'), withAliases);
	assert.equal(access.username, 'latter');
	const { UserAttributes } = await cognito.adminGetUser({
		UserPoolId: withAliases.userPoolId, Username: 'former',
	});
	assert.equal(attributeMap(UserAttributes).email_verified, 'false');
});

test('a verified alias signs in with SRP under the user\'s own name', async () => {
	await createUser(withAliases.userPoolId, 'dave');
	const user = identityUser(withAliases, 'dave@example.com');

	const { session } = await signInWithSrp(user);

	assert.equal(user.getUsername(), 'dave');
	const { id } = await verified(tokensOfSession(session), withAliases);
	assert.equal(id['cognito:username'], 'dave');
});

test('a preferred name signs in', async () => {
	await createUser(withAliases.userPoolId, 'erin', { preferred_username: 'the-red' });

	const { access } = await verified(await tokensOf(withAliases, 'the-red'), withAliases);

	assert.equal(access.username, 'erin');
});

test('without aliases an e-mail address does not sign in', async () => {
	const plain = await createPoolAndClient();
	await createUser(plain.userPoolId, 'frank');

	await refused(signInWithPassword(plain, 'frank@example.com'), ...wrongPassword);
});

test('names differ by case unless the pool says otherwise', async () => {
	const sensitive = await createPoolAndClient();
	const insensitive = await createPoolAndClient({ UsernameConfiguration: { CaseSensitive: false } });
	await createUser(sensitive.userPoolId, 'gina');
	await createUser(insensitive.userPoolId, 'gina');

	await refused(signInWithPassword(sensitive, 'Gina'), ...wrongPassword);
	await refused(signUp(insensitive, 'GINA'), 'UsernameExistsException', 'User already exists');
	const { session } = await signInWithSrp(identityUser(insensitive, 'Gina'));
	await verified(tokensOfSession(session), insensitive);
});

test('users of one name in two pools have nothing to do with each other', async () => {
	const [here, there] = [await createPoolAndClient(), await createPoolAndClient()];
	await createUser(here.userPoolId, 'heidi');
	await createUser(there.userPoolId, 'heidi');
	await cognito.adminSetUserPassword({
		UserPoolId: there.userPoolId, Username: 'heidi', Password: 'Oth3r!password', Permanent: true,
	});

	await refused(signInWithPassword(there, 'heidi', password), ...wrongPassword);
	await refused(signInWithPassword(here, 'heidi', 'Oth3r!password'), ...wrongPassword);
	assert.ok(await tokensOf(here, 'heidi'));
});

test('the user of an e-mail address that changes signs in with the new one', async () => {
	const { ClientId } = await createClient(byEmail.userPoolId);
	const client = { ...byEmail, clientId: ClientId };
	await createUser(byEmail.userPoolId, 'old@example.com');
	const { AccessToken } = await tokensOf(client, 'old@example.com');
	const { Username } = await cognito.getUser({ AccessToken });
	await cognito.updateUserAttributes({ AccessToken, UserAttributes: attributeList({ email: 'new@example.com' }) });
	await cognito.verifyUserAttribute({
		AccessToken, AttributeName: 'email', Code: await codeSentTo(byEmail.userPoolId, Username),
	});

	await refused(signInWithPassword(client, 'old@example.com'), ...wrongPassword);
	assert.ok(await tokensOf(client, 'new@example.com'));
});

function confirm(username, code, force) {
	return cognito.confirmSignUp({
		ClientId: withAliases.clientId, Username: username, ConfirmationCode: code, ForceAliasCreation: force,
	});
}
