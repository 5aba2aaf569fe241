<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Minutes;

use OCA\Reseau\Controller\AskController;
use OCA\Reseau\Minutes\AskedPerson;
use OCA\Reseau\Minutes\AskPeople;
use OCA\Reseau\Minutes\AskTalk;
use OCA\Reseau\Minutes\Drafts;
use OCA\Reseau\Minutes\FindPeople;
use OCA\Reseau\Minutes\Minutes;
use OCA\Reseau\Minutes\MinutesMapper;
use OCA\Reseau\Minutes\MinutesService;
use OCA\Reseau\Minutes\Plan;
use OCA\Reseau\Settings\Network;
use OCA\Reseau\Tests\NetworkTestCase;
use OCP\DB\Exception;
use OCP\IDBConnection;
use OCP\IUserManager;
use PHPUnit\Framework\Attributes\Group;

/** Minutes imported by facilitators: one import of a text at a time, which any facilitator can continue, undone as a whole. */
#[Group('databases')]
class MinutesTest extends NetworkTestCase {
	private const PLAN = ['groups' => [['position' => 0, 'title' => 'Eau'], ['position' => 2, 'title' => 'Pain']]];

	protected function setUp(): void {
		parent::setUp();
		foreach (['nadege', 'fanny'] as $uid) {
			$this->facilitator($uid);
			$this->card($uid, ['name' => ucfirst($uid)]);
		}
		$this->account('odile');
	}

	public function testItsPageReadsFilesInAWorker(): void {
		$reply = $this->kernel->request('GET', '/apps/reseau/minutes', 'nadege');
		self::assertSame(200, $reply->status);
		self::assertStringContainsString(";worker-src 'self'", $reply->headers['Content-Security-Policy']);
	}

	public function testAnImportIsCreatedChangedAndListed(): void {
		$begun = $this->start();
		self::assertSame(['Rencontre du 24', 'draft', ['name' => 'Nadege', 'me' => true], 2, 0, 1], [$begun['title'], $begun['state'], $begun['by'], $begun['planned'], $begun['made'], $begun['version']]);
		self::assertSame(self::PLAN, json_decode($begun['plan'], true));
		self::assertSame(['edit' => true, 'undo' => false, 'delete' => true], $begun['can']);
		$id = $begun['id'];
		$saved = $this->save($id, 1, ['title' => 'Rencontre', 'plan' => json_encode(['groups' => [['position' => 0, 'title' => 'Eau']]]), 'state' => 'making'], 'fanny');
		self::assertSame(['Rencontre', 'making', 1, 2, ['name' => 'Nadege', 'me' => false]], [$saved['title'], $saved['state'], $saved['planned'], $saved['version'], $saved['by']]);
		self::assertSame($saved, $this->data('GET', "/minutes/$id", 'fanny'));
		self::assertSame(array_diff_key($saved, ['plan' => 0, 'groups' => 0]), $this->data('GET', '/minutes', 'fanny')[0]);
		$stale = $this->assertRefused(409, 'stale_version', 'PUT', "/minutes/$id", 'nadege', ['version' => 1, 'title' => 'Autre']);
		self::assertSame(['Rencontre', 2], [$stale['current']['title'], $stale['current']['version']]);
		$this->assertRefused(400, 'version_missing', 'PUT', "/minutes/$id", 'nadege', ['title' => 'Autre']);
	}

	public function testATextIsImportedOnceUntilItIsUndone(): void {
		$first = $this->start();
		$refused = $this->assertRefused(409, 'already_imported', 'POST', '/minutes', 'fanny', self::input());
		self::assertSame(['id' => $first['id'], 'title' => 'Rencontre du 24', 'state' => 'draft', 'by' => ['name' => 'Nadege', 'me' => false], 'created' => '2026-11-24T12:00:00+00:00'], $refused['current']);
		$this->start(['hash' => str_repeat('1', 64)]);
		self::assertSame(['edit' => false, 'undo' => true, 'delete' => true], $this->save($first['id'], 1, ['state' => 'undoing'])['can']);
		$again = $this->start([], 'fanny');
		self::assertNotSame($first['id'], $again['id']);
		$this->data('DELETE', "/minutes/{$first['id']}", 'nadege');
		$this->assertRefused(404, 'not_found', 'GET', "/minutes/{$first['id']}", 'nadege');
	}

	/** Both asked whether it is there before either wrote. */
	public function testOneOfTwoConcurrentImportsOfATextSucceeds(): void {
		$first = $this->start();
		$mapper = $this->kernel->get(MinutesMapper::class);
		$same = new Minutes();
		foreach (['hash' => $first['hash'], 'liveHash' => $first['hash'], 'title' => 'Autre', 'state' => 'draft', 'plan' => '{}', 'planned' => 0, 'version' => 1, 'createdAt' => 1, 'updatedAt' => 1] as $field => $value) {
			$same->{'set' . ucfirst($field)}($value);
		}
		$this->expectException(Exception::class);
		$mapper->insert($same);
	}

	public function testAStateFollowsFromTheOneBefore(): void {
		$may = ['draft' => ['making', 'undoing', 'undone'], 'making' => ['made', 'undoing', 'undone'], 'made' => ['making', 'undoing', 'undone'], 'undoing' => ['undone'], 'undone' => ['undoing']];
		$ways = ['draft' => [], 'making' => ['making'], 'made' => ['making', 'made'], 'undoing' => ['undoing'], 'undone' => ['undoing', 'undone']];
		foreach ($may as $from => $into) {
			foreach (array_keys($may) as $to) {
				$minutes = $this->start(['hash' => hash('sha256', "$from $to")]);
				foreach ($ways[$from] as $step) {
					$minutes = $this->save($minutes['id'], $minutes['version'], ['state' => $step]);
				}
				if ($to === $from || in_array($to, $into, true)) {
					self::assertSame($to, $this->save($minutes['id'], $minutes['version'], ['state' => $to])['state']);
				} else {
					$this->assertRefused(400, 'unknown_state', 'PUT', "/minutes/{$minutes['id']}", 'nadege', ['version' => $minutes['version'], 'state' => $to]);
				}
			}
		}
		$this->assertRefused(400, 'unknown_state', 'PUT', "/minutes/{$minutes['id']}", 'nadege', ['version' => $minutes['version'], 'state' => 'x']);
	}

	public function testItsGroupsAreListedInOrderAndUndoWithdrawsInvitations(): void {
		$minutes = $this->start();
		$id = $minutes['id'];
		$groups = [];
		foreach ([2, 0] as $position) {
			$groups[$position] = $this->data('POST', '/groups', 'nadege', ['title' => "Groupe $position", 'minutes' => ['id' => $id, 'position' => $position]], 201)['id'];
			$this->data('POST', "/groups/{$groups[$position]}/asks", 'nadege', ['people' => [['key' => 'a', 'name' => 'Ici', 'email' => "ici$position@example.org"], ['key' => 'b', 'name' => 'Là']]]);
		}
		$other = $this->data('POST', '/groups', 'nadege', ['title' => 'Autre'], 201)['id'];
		$this->data('POST', "/groups/$other/asks", 'nadege', ['people' => [['key' => 'a', 'email' => 'autre@example.org']]]);
		$seen = $this->data('GET', "/minutes/$id", 'fanny');
		self::assertSame([
			['position' => 0, 'id' => $groups[0], 'title' => 'Groupe 0', 'status' => 'forming'],
			['position' => 2, 'id' => $groups[2], 'title' => 'Groupe 2', 'status' => 'forming'],
		], $seen['groups']);
		self::assertSame([2, ['edit' => true, 'undo' => true, 'delete' => false]], [$seen['made'], $seen['can']]);
		$this->assertRefused(409, 'groups_left', 'DELETE', "/minutes/$id", 'nadege');
		self::assertSame(5, $this->asks());
		// One person has accepted: they stay, with their card.
		preg_match('~/ask/(\w+)~', $this->kernel->mails()[0]['plain'], $token);
		$this->kernel->request('POST', "/index.php/apps/reseau/ask/$token[1]", null, ['answer' => 'accept', 'name' => 'Ici']);
		$this->assertRefused(409, 'stale_version', 'PUT', "/minutes/$id", 'nadege', ['version' => 0, 'state' => 'undoing']);
		self::assertSame(5, $this->asks());
		$this->save($id, 1, ['state' => 'undoing']);
		self::assertSame(2, $this->asks());
		foreach ($groups as $group) {
			$this->data('DELETE', "/groups/$group", 'nadege');
		}
		self::assertSame(1, $this->asks());
		$this->data('DELETE', "/minutes/$id", 'nadege');
	}

	/** Their browser does it: it may be closed meanwhile. */
	public function testHomeTellsThePersonWhoCreatesOrRemovesGroupsUntilThatIsFinished(): void {
		$id = $this->start()['id'];
		$line = static fn (bool $undoing): array => [['kind' => 'minutes', 'minutes' => ['id' => $id, 'undoing' => $undoing], 'text' => 'Rencontre du 24']];
		self::assertSame([$line(false), []], [$this->waiting('nadege'), $this->waiting('fanny')]);
		$this->save($id, 1, ['state' => 'making'], 'fanny');
		self::assertSame([[], $line(false)], [$this->waiting('nadege'), $this->waiting('fanny')]);
		$this->save($id, 2, ['state' => 'made'], 'fanny');
		self::assertSame([[], []], [$this->waiting('nadege'), $this->waiting('fanny')]);
		$this->data('POST', '/groups', 'nadege', ['title' => 'Eau', 'minutes' => ['id' => $id, 'position' => 0]], 201);
		self::assertSame(['edit' => false, 'undo' => true, 'delete' => false], $this->save($id, 3, ['state' => 'undoing'])['can']);
		self::assertSame([$line(true), []], [$this->waiting('nadege'), $this->waiting('fanny')]);
		// Others take part in a group: it stays, and may be undone later.
		self::assertSame(['edit' => false, 'undo' => true, 'delete' => false], $this->save($id, 4, ['state' => 'undone'])['can']);
		self::assertSame([], $this->waiting('nadege'));
		$this->save($id, 5, ['state' => 'undoing']);
		$this->kernel->get(Network::class)->setFacilitatorsGroup('nobody');
		self::assertSame([], $this->waiting('nadege'));
	}

	public function testOnlyTheNameIsDeletedWithAnAccount(): void {
		$id = $this->start()['id'];
		$this->kernel->get(IUserManager::class)->get('nadege')->delete();
		self::assertSame(['name' => null, 'me' => false], $this->data('GET', "/minutes/$id", 'fanny')['by']);
	}

	public function testInvalidImportsAreRefused(): void {
		foreach ([
			['wrong_type', ['hash' => 'x']],
			['wrong_type', ['hash' => ['x']]],
			['minutes_nameless', ['title' => "\u{200b} "]],
			['too_long', ['title' => str_repeat('é', MinutesService::TITLE + 1)]],
			['wrong_type', ['title' => ['x']]],
			['address_in_plan', ['title' => 'Liste de lou@example.org']],
			['wrong_type', ['plan' => self::PLAN]],
			['bad_plan', ['plan' => '[]']],
			['address_in_plan', ['plan' => '{"groups":[],"roster":["06 39 98 09 22"]}']],
		] as [$reason, $input]) {
			$this->assertRefused(400, $reason, 'POST', '/minutes', 'nadege', $input + self::input());
		}
		foreach (['', 'Liste de lou@example.org'] as $title) {
			self::assertSame('title', $this->data('POST', '/minutes', 'nadege', ['title' => $title] + self::input(), 400)['field']);
		}
		self::assertSame('plan.roster.0', $this->assertRefused(400, 'address_in_plan', 'POST', '/minutes', 'nadege', ['plan' => '{"groups":[],"roster":["06 39 98 09 22"]}'] + self::input())['field']);
		self::assertSame([], $this->data('GET', '/minutes', 'nadege'));
		foreach ([['GET', '/minutes'], ['POST', '/minutes'], ['POST', '/minutes/people'], ['GET', '/minutes/1'], ['PUT', '/minutes/1'], ['DELETE', '/minutes/1']] as [$method, $path]) {
			$this->assertRefused(403, 'not_yours', $method, $path, 'odile', []);
		}
	}

	public function testPeopleAreFoundAsFarAsTheViewerMaySeeThem(): void {
		$odile = $this->card('odile', ['name' => 'Odile Marquefave-Ruiz', 'contact' => ['email' => 'odile@example.org'], 'audience' => ['contact' => 'members']]);
		$kept = $this->keptCard('nadege', ['name' => 'Odile Marquefave-Ruiz', 'contact' => ['email' => 'voisine@example.org']]);
		$draft = $this->data('POST', '/members', 'nadege', ['name' => 'Rachida Tounsi', 'contact' => ['email' => 'rachida@example.org']], 201);
		$found = fn (string $uid): array => array_map(
			static fn (array $person): array => array_map(static fn (array $match): array => [$match['member']['id'], $match['by']], $person['matches']),
			array_column($this->data('POST', '/minutes/people', $uid, ['people' => [
				['key' => 'name', 'name' => 'MARQUEFAVE-RUIZ Odile'],
				['key' => 'email', 'email' => 'ODILE@example.org'],
				['key' => 'both', 'name' => 'odile marquefave ruiz', 'email' => 'voisine@example.org'],
				['key' => 'draft', 'name' => 'Rachida Tounsi', 'email' => 'rachida@example.org'],
				['key' => 'none', 'name' => 'Personne', 'email' => 'personne@example.org'],
				['key' => 'empty'],
			]])['people'], null, 'key'),
		);
		self::assertSame([
			'name' => [[$odile['id'], 'name'], [$kept['id'], 'name']],
			'email' => [[$odile['id'], 'email']],
			'both' => [[$kept['id'], 'email'], [$odile['id'], 'name']],
			'draft' => [[$draft['id'], 'email']],
			'none' => [],
			'empty' => [],
		], $found('nadege'));
		$fanny = $found('fanny');
		self::assertSame([[[$odile['id'], 'name'], [$kept['id'], 'name']], []], [$fanny['both'], $fanny['draft']]);
		$this->assertRefused(400, 'too_many', 'POST', '/minutes/people', 'nadege', ['people' => array_fill(0, 501, ['key' => 'a'])]);
		$this->assertRefused(400, 'wrong_type', 'POST', '/minutes/people', 'nadege', ['people' => ['Odile']]);
		$this->assertRefused(400, 'too_long', 'POST', '/minutes/people', 'nadege', ['people' => [['key' => str_repeat('k', 65)]]]);
		self::assertContains($this->ask('GET', '/minutes/people', 'nadege')->status, [404, 405]);
	}

	/** Both sides are held to one file. */
	public function testTheLimitsAreThoseOfTypeScript(): void {
		$limits = json_decode((string)file_get_contents(__DIR__ . '/../../fixtures/rules/minutes-limits.json'), true, 8, JSON_THROW_ON_ERROR);
		self::assertSame($limits['minutes'], [
			'title' => MinutesService::TITLE,
			'plan' => Plan::SIZE,
			'groups' => Plan::GROUPS,
			'people' => FindPeople::AT_ONCE,
			'key' => AskedPerson::LIMITS['key'],
			'name' => AskedPerson::LIMITS['name'],
			'email' => AskedPerson::LIMITS['email'],
		]);
		self::assertSame($limits['drafts'], ['name' => Drafts::NAME, 'content' => Drafts::CONTENT, 'drafts' => Drafts::MOST]);
		self::assertSame($limits['asks'], ['people' => AskPeople::AT_ONCE] + AskedPerson::LIMITS + ['groups' => AskedPerson::GROUPS, 'message' => AskController::MESSAGE, 'talk' => AskTalk::TEXT]);
	}

	/** @return array<string, mixed> */
	private static function input(): array {
		return ['hash' => str_repeat('0', 64), 'title' => 'Rencontre du 24', 'plan' => json_encode(self::PLAN)];
	}

	/**
	 * @param array<string, mixed> $input
	 * @return array<string, mixed>
	 */
	private function start(array $input = [], string $uid = 'nadege'): array {
		return $this->data('POST', '/minutes', $uid, $input + self::input(), 201);
	}

	/**
	 * @param array<string, mixed> $input
	 * @return array<string, mixed>
	 */
	private function save(int $id, int $version, array $input, string $uid = 'nadege'): array {
		return $this->data('PUT', "/minutes/$id", $uid, ['version' => $version] + $input);
	}

	/** @return list<array<string, mixed>> */
	private function waiting(string $uid): array {
		return array_values(array_filter($this->data('GET', '/home', $uid)['awaits'], static fn (array $line): bool => $line['kind'] === 'minutes'));
	}

	private function asks(): int {
		return (int)$this->kernel->get(IDBConnection::class)->executeQuery('SELECT COUNT(*) FROM `*PREFIX*reseau_asks`')->fetchOne();
	}
}
