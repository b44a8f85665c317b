import assert from 'node:assert/strict';
import { before, test } from 'node:test';
import {
	paginateListGroups, paginateListUserPoolClients, paginateListUserPools, paginateListUsers,
	paginateListUsersInGroup,
} from '@aws-sdk/client-cognito-identity-provider';
import {
	cognito, createClient, createInvitedUser, createPool, createUser, password,
} from '../fixture/cognito.js';
import { refused, violation } from '../fixture/refusal.js';

const names = ['anna', 'anton', 'bea', 'carl', 'dora', 'emil', 'finn'];

let pool;

before(async () => {
	pool = await createPool({ Schema: [{ Name: 'level', AttributeDataType: 'String', Mutable: true }] });
	for (const name of names) {
		await createUser(pool, name, { given_name: `${name}-given`, 'custom:level': '1' });
	}
	await createInvitedUser(pool, 'guest', password);
	await cognito.adminDisableUser({ UserPoolId: pool, Username: 'finn' });
});

test('a filter that is none is refused', async () => {
	for (const filter of ['username', 'username = anna', 'username < "anna"', '= "anna"']) {
		await refused(list({ Filter: filter }), 'InvalidParameterException', /filter/i);
	}
});

test('a filter on an attribute that cannot be searched is refused', async () => {
	await refused(list({ Filter: 'custom:level = "1"' }),
		'InvalidParameterException', /^Invalid search attribute: custom:level$/);
});

test('more than sixty users at once are refused', async () => {
	await refused(list({ Limit: 61 }), 'InvalidParameterException',
		violation('Value \'61\'', 'limit', 'have value less than or equal to 60'));
});

test('a page token that was made up is refused', async () => {
	await refused(list({ PaginationToken: 'made-up' }), 'InvalidParameterException');
});

test('an unknown pool is refused', async () => {
	await refused(list({ UserPoolId: 'eu-central-1_000000000' }),
		'ResourceNotFoundException', 'User pool eu-central-1_000000000 does not exist.');
});

test('an unknown group is refused', async () => {
	await refused(cognito.listUsersInGroup({ UserPoolId: pool, GroupName: 'nowhere' }),
		'ResourceNotFoundException', 'Group not found.');
});

test('a filter finds a user by name, e-mail address and sub', async () => {
	const [anna] = await found('username = "anna"');
	const sub = anna.Attributes.find(({ Name }) => Name === 'sub').Value;

	assert.equal(anna.Username, 'anna');
	assert.deepEqual(await namesOf('email = "anna@example.com"'), ['anna']);
	assert.deepEqual(await namesOf(`sub = "${sub}"`), ['anna']);
	assert.deepEqual(await namesOf('username = "nobody"'), []);
});

test('a filter finds users by the beginning of a value', async () => {
	assert.deepEqual(await namesOf('username ^= "an"'), ['anna', 'anton']);
	assert.deepEqual(await namesOf('given_name ^= "b"'), ['bea']);
});

test('a filter finds users by state', async () => {
	assert.deepEqual(await namesOf('cognito:user_status = "FORCE_CHANGE_PASSWORD"'), ['guest']);
	assert.deepEqual(await namesOf('status = "Disabled"'), ['finn']);
});

test('a quote in a value is escaped', async () => {
	await createUser(pool, 'quote', { given_name: 'Dwayne "Rock"' });

	assert.deepEqual(await namesOf('given_name = "Dwayne \\"Rock\\""'), ['quote']);
	await cognito.adminDeleteUser({ UserPoolId: pool, Username: 'quote' });
});

test('only the attributes that were asked for are listed', async () => {
	const { Users } = await list({ AttributesToGet: ['email'], Filter: 'username = "anna"' });

	assert.deepEqual(Users[0].Attributes, [{ Name: 'email', Value: 'anna@example.com' }]);
	assert.equal(Users[0].UserStatus, 'CONFIRMED');
	assert.equal(Users[0].Enabled, true);
	assert.ok(Users[0].UserCreateDate instanceof Date);
});

test('users come in pages', async () => {
	const pages = await collect(paginateListUsers, { UserPoolId: pool, Limit: 3 }, ({ Users }) => Users);

	assert.deepEqual(pages.map((page) => page.length), [3, 3, 2]);
	assert.deepEqual(pages.flat().map(({ Username }) => Username).sort(), [...names, 'guest'].sort());
});

test('the users of a group come in pages', async () => {
	await cognito.createGroup({ UserPoolId: pool, GroupName: 'staff' });
	for (const name of names) {
		await cognito.adminAddUserToGroup({ UserPoolId: pool, GroupName: 'staff', Username: name });
	}

	const pages = await collect(paginateListUsersInGroup,
		{ UserPoolId: pool, GroupName: 'staff', Limit: 4 }, ({ Users }) => Users);

	assert.deepEqual(pages.map((page) => page.length), [4, 3]);
	assert.deepEqual(pages.flat().map(({ Username }) => Username).sort(), names);
});

test('groups come in pages', async () => {
	const grouped = await createPool();
	for (const name of ['a', 'b', 'c']) {
		await cognito.createGroup({ UserPoolId: grouped, GroupName: name });
	}

	const pages = await collect(paginateListGroups, { UserPoolId: grouped, Limit: 2 }, ({ Groups }) => Groups);

	assert.deepEqual(pages.map((page) => page.length), [2, 1]);
	assert.deepEqual(pages.flat().map(({ GroupName }) => GroupName).sort(), ['a', 'b', 'c']);
});

test('app clients come in pages', async () => {
	const shared = await createPool();
	const clients = [];
	for (const name of ['web', 'ios', 'android']) {
		clients.push((await createClient(shared, { ClientName: name })).ClientId);
	}

	const pages = await collect(paginateListUserPoolClients,
		{ UserPoolId: shared, MaxResults: 2 }, ({ UserPoolClients }) => UserPoolClients);

	assert.deepEqual(pages.map((page) => page.length), [2, 1]);
	assert.deepEqual(pages.flat().map(({ ClientId }) => ClientId).sort(), clients.sort());
});

test('pools come in pages', async () => {
	const created = [await createPool(), await createPool()];

	const pages = await collect(paginateListUserPools, { MaxResults: 1 }, ({ UserPools }) => UserPools);

	assert.ok(pages.every((page) => page.length <= 1));
	const ids = pages.flat().map(({ Id }) => Id);
	assert.ok(created.every((id) => ids.includes(id)));
	assert.equal(new Set(ids).size, ids.length);
});

function list(request) {
	return cognito.listUsers({ UserPoolId: pool, ...request });
}

async function found(filter) {
	return (await list({ Filter: filter })).Users;
}

async function namesOf(filter) {
	return (await found(filter)).map(({ Username }) => Username).sort();
}

async function collect(paginate, request, items) {
	const pages = [];
	for await (const page of paginate({ client: cognito }, request)) {
		pages.push(items(page));
	}
	return pages;
}
