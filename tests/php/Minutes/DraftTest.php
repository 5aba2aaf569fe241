<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Minutes;

use OCA\Reseau\Integration\DeleteExpired;
use OCA\Reseau\Integration\Notifications\MinutesNotifier;
use OCA\Reseau\Minutes\Drafts;
use OCA\Reseau\Minutes\MinutesNotifications;
use OCA\Reseau\Settings\Network;
use OCA\Reseau\Tests\NetworkTestCase;
use OCP\IDBConnection;
use OCP\IGroupManager;
use OCP\IUserManager;
use OCP\Notification\AlreadyProcessedException;
use OCP\Notification\IManager;
use PHPUnit\Framework\Attributes\Group;

/** Drafts of minutes: one facilitator has each, in any browser, until it is handed on, finished or old. */
#[Group('databases')]
class DraftTest extends NetworkTestCase {
	private const DAY = 86_400;
	private const SECRET = 'Zénobie Quincampoix, zenobie@example.org';

	protected function setUp(): void {
		parent::setUp();
		foreach (['nadege', 'fanny'] as $uid) {
			$this->facilitator($uid);
			$this->card($uid, ['name' => ucfirst($uid)]);
		}
		$this->account('odile');
	}

	public function testADraftIsKeptWrittenAndListedForItsFacilitatorAlone(): void {
		$draft = $this->begin();
		self::assertSame(['Rencontre.odt', null, null, '2026-11-24T12:00:00+00:00', '2026-12-24T12:00:00+00:00', 1], [$draft['name'], $draft['minutes'], $draft['from'], $draft['changed'], $draft['until'], $draft['version']]);
		self::assertSame($draft, $this->begin(['content' => 'Autre']));
		self::assertSame($draft + ['content' => self::SECRET], $this->data('GET', "/minutes/drafts/{$draft['id']}", 'nadege'));
		$this->later(3600);
		$written = $this->write($draft, ['content' => 'Un autre texte']);
		self::assertSame([2, '2026-11-24T13:00:00+00:00'], [$written['version'], $written['changed']]);
		self::assertSame([$written], $this->data('GET', '/minutes/drafts', 'nadege'));
		foreach ([['GET', ''], ['PUT', ''], ['DELETE', ''], ['PUT', '/facilitator']] as [$method, $path]) {
			$this->assertRefused(404, 'not_found', $method, "/minutes/drafts/{$draft['id']}$path", 'fanny', ['version' => 2, 'uid' => 'fanny']);
			$this->assertRefused(403, 'not_yours', $method, "/minutes/drafts/{$draft['id']}$path", 'odile', ['version' => 2, 'uid' => 'fanny']);
		}
		self::assertSame([], $this->data('GET', '/minutes/drafts', 'fanny'));
		$this->assertRefused(403, 'not_yours', 'GET', '/minutes/drafts', 'odile');
		$this->data('DELETE', "/minutes/drafts/{$draft['id']}", 'nadege');
		self::assertSame(0, $this->rows());
	}

	public function testAChangeFromAnOlderVersionIsRefused(): void {
		$draft = $this->begin();
		$this->write($draft, ['content' => 'D’un autre navigateur']);
		$refused = $this->assertRefused(409, 'stale_version', 'PUT', "/minutes/drafts/{$draft['id']}", 'nadege', ['version' => 1, 'content' => 'Ancien']);
		self::assertSame(2, $refused['current']['version']);
		self::assertArrayNotHasKey('content', $refused['current']);
		self::assertSame('D’un autre navigateur', $this->data('GET', "/minutes/drafts/{$draft['id']}", 'nadege')['content']);
		$this->assertRefused(409, 'stale_version', 'PUT', "/minutes/drafts/{$draft['id']}/facilitator", 'nadege', ['version' => 1, 'uid' => 'fanny']);
		$this->assertRefused(400, 'version_missing', 'PUT', "/minutes/drafts/{$draft['id']}", 'nadege', ['content' => 'x']);
	}

	public function testHandedOnItIsTheOthersAlone(): void {
		$draft = $this->begin();
		foreach (['odile', 'nadege', 'personne', ''] as $uid) {
			$this->assertRefused(422, 'unknown_facilitator', 'PUT', "/minutes/drafts/{$draft['id']}/facilitator", 'nadege', ['version' => 1, 'uid' => $uid]);
		}
		$this->data('PUT', "/minutes/drafts/{$draft['id']}/facilitator", 'nadege', ['version' => 1, 'uid' => 'fanny']);
		$this->assertRefused(404, 'not_found', 'GET', "/minutes/drafts/{$draft['id']}", 'nadege');
		$this->assertRefused(404, 'not_found', 'POST', '/minutes/drafts', 'nadege', self::input());
		self::assertSame([], $this->data('GET', '/minutes/drafts', 'nadege'));
		$theirs = $this->data('GET', "/minutes/drafts/{$draft['id']}", 'fanny');
		self::assertSame(['Nadege', 2, self::SECRET], [$theirs['from'], $theirs['version'], $theirs['content']]);
		self::assertSame(['Nadege vous confie le brouillon d’un compte rendu', 'Vous seule ou seul pouvez le lire et le continuer désormais.'], $this->notified((int)$draft['id'], 'fanny'));
		$this->data('DELETE', "/minutes/drafts/{$draft['id']}", 'fanny');
		self::assertNull($this->notified((int)$draft['id'], 'fanny'));
	}

	public function testAFormerFacilitatorReadsNothing(): void {
		$id = $this->begin()['id'];
		$group = $this->kernel->get(IGroupManager::class)->get(Network::FACILITATORS_GROUP);
		$group->removeUser($this->kernel->get(IUserManager::class)->get('nadege'));
		$this->assertRefused(403, 'not_yours', 'GET', "/minutes/drafts/$id", 'nadege');
		$this->assertRefused(403, 'not_yours', 'GET', '/minutes/drafts', 'nadege');
		self::assertSame([], $this->data('GET', "/members/{$this->data('GET', '/members/me', 'nadege')['id']}/export", 'nadege')['minutesDrafts']);
	}

	public function testItIsForgottenAMonthAfterItsLastChange(): void {
		$draft = $this->begin();
		$this->later(29 * self::DAY);
		$this->write($draft, ['content' => 'Encore']);
		$this->later(30 * self::DAY);
		$this->kernel->runJob(DeleteExpired::class);
		self::assertCount(1, $this->data('GET', '/minutes/drafts', 'nadege'));
		$this->later(1);
		// Also before the job has run.
		self::assertSame([], $this->data('GET', '/minutes/drafts', 'nadege'));
		$this->assertRefused(404, 'not_found', 'GET', "/minutes/drafts/{$draft['id']}", 'nadege');
		$this->kernel->runJob(DeleteExpired::class);
		self::assertSame(0, $this->rows());
	}

	/** What was corrected outlives what was created from it. */
	public function testItIsUnderReviewAgainOnceItsImportIsUndoneOrDeleted(): void {
		$minutes = $this->data('POST', '/minutes', 'nadege', ['hash' => str_repeat('0', 64), 'title' => 'Rencontre', 'plan' => '{"groups":[]}'], 201)['id'];
		foreach (['undone' => 'PUT', 'deleted' => 'DELETE'] as $key => $method) {
			$draft = $this->begin(['key' => "a-draft-$key"]);
			$this->assertRefused(422, 'unknown_minutes', 'PUT', "/minutes/drafts/{$draft['id']}", 'nadege', ['version' => 1, 'minutes' => 999]);
			self::assertSame($minutes, $this->write($draft, ['minutes' => $minutes])['minutes']);
			$this->later(self::DAY);
			if ($method === 'PUT') {
				// Until that is finished it leads to them.
				$this->data('PUT', "/minutes/$minutes", 'fanny', ['version' => 1, 'state' => 'undoing']);
				self::assertSame($minutes, $this->data('GET', "/minutes/drafts/{$draft['id']}", 'nadege')['minutes']);
			}
			$this->data($method, "/minutes/$minutes", 'fanny', $method === 'PUT' ? ['version' => 2, 'state' => 'undone'] : null);
			$now = $this->data('GET', "/minutes/drafts/{$draft['id']}", 'nadege');
			self::assertSame([null, 3, self::SECRET], [$now['minutes'], $now['version'], $now['content']], $key);
			self::assertNotSame($draft['until'], $now['until']);
			// A tab that has it does not bind it to them again.
			$this->assertRefused(409, 'stale_version', 'PUT', "/minutes/drafts/{$draft['id']}", 'nadege', ['version' => 2, 'content' => 'x']);
			$this->data('DELETE', "/minutes/drafts/{$draft['id']}", 'nadege');
		}
	}

	public function testItIsDeletedWithTheAccount(): void {
		$mine = $this->begin(['key' => 'draft-of-nadege']);
		$this->begin(['key' => 'draft-of-fanny'], 'fanny');
		$this->data('PUT', "/minutes/drafts/{$mine['id']}/facilitator", 'nadege', ['version' => 1, 'uid' => 'fanny']);
		$this->kernel->get(IUserManager::class)->get('nadege')->delete();
		self::assertSame([null, null], array_column($this->data('GET', '/minutes/drafts', 'fanny'), 'from'));
		$this->kernel->get(IUserManager::class)->get('fanny')->delete();
		self::assertSame(0, $this->rows());
	}

	/** In no table, and not in the log, also where it is refused. */
	public function testItIsEncrypted(): void {
		$draft = $this->begin();
		$this->data('PUT', "/minutes/drafts/{$draft['id']}", 'nadege', ['version' => 1, 'name' => str_repeat(self::SECRET, 9)], 400);
		foreach ($this->kernel->get(IDBConnection::class)->executeQuery('SELECT * FROM `*PREFIX*reseau_min_drafts`')->fetchAll() as $row) {
			self::assertStringNotContainsStringIgnoringCase('quincampoix', json_encode($row, JSON_THROW_ON_ERROR | JSON_UNESCAPED_UNICODE));
			self::assertStringNotContainsStringIgnoringCase('rencontre', json_encode($row, JSON_THROW_ON_ERROR));
		}
		foreach (glob(sys_get_temp_dir() . '/reseau-sandbox-' . getmypid() . '-*/*.*') ?: [] as $file) {
			self::assertStringNotContainsStringIgnoringCase('quincampoix', (string)file_get_contents($file), $file);
		}
	}

	public function testItIsInThePersonsOwnExport(): void {
		$this->begin(['content' => base64_encode((string)gzencode('{"text":"Été"}'))]);
		$this->begin(['key' => 'a-draft-unpacked', 'content' => 'pas empaqueté']);
		self::assertEqualsCanonicalizing([
			['name' => 'Rencontre.odt', 'changed' => '2026-11-24T12:00:00+00:00', 'content' => '{"text":"Été"}'],
			['name' => 'Rencontre.odt', 'changed' => '2026-11-24T12:00:00+00:00', 'content' => 'pas empaqueté'],
		], $this->data('GET', "/members/{$this->data('GET', '/members/me', 'nadege')['id']}/export", 'nadege')['minutesDrafts']);
	}

	public function testWhatDoesNotFitIsRefused(): void {
		foreach ([
			['bad_key', ['key' => 'x']],
			['wrong_type', ['key' => ['x']]],
			['wrong_type', ['name' => null]],
			['wrong_type', ['content' => ['x']]],
			['too_long', ['name' => str_repeat('é', Drafts::NAME + 1)]],
			['too_long', ['content' => str_repeat('x', Drafts::CONTENT + 1)]],
			['bad_text', ['content' => "a\0b"]],
		] as [$reason, $input]) {
			$this->assertRefused(400, $reason, 'POST', '/minutes/drafts', 'nadege', $input + self::input());
		}
		self::assertSame(0, $this->rows());
		$whole = $this->begin(['content' => str_repeat('x', Drafts::CONTENT)]);
		self::assertSame(Drafts::CONTENT, strlen($this->data('GET', "/minutes/drafts/{$whole['id']}", 'nadege')['content']));
		foreach (range(2, Drafts::MOST) as $n) {
			$this->begin(['key' => "draft-number-$n"]);
		}
		$this->assertRefused(422, 'too_many_drafts', 'POST', '/minutes/drafts', 'nadege', ['key' => 'one-more-draft'] + self::input());
		self::assertSame($whole['id'], $this->begin()['id']);
		$this->begin(['key' => 'of-another-person'], 'fanny');
	}

	public function testDraftsThatOthersHandOnLeaveRoomForOnesOwn(): void {
		foreach (range(1, Drafts::MOST) as $n) {
			$draft = $this->begin(['key' => "draft-number-$n"]);
			$this->data('PUT', "/minutes/drafts/{$draft['id']}/facilitator", 'nadege', ['version' => 1, 'uid' => 'fanny']);
		}
		self::assertCount(Drafts::MOST, $this->data('GET', '/minutes/drafts', 'fanny'));
		$this->begin(['key' => 'a-draft-of-fanny'], 'fanny');
	}

	/** @return array<string, mixed> */
	private static function input(): array {
		return ['key' => 'a-draft-of-mine', 'name' => 'Rencontre.odt', 'content' => self::SECRET];
	}

	/**
	 * @param array<string, mixed> $input
	 * @return array<string, mixed>
	 */
	private function begin(array $input = [], string $uid = 'nadege'): array {
		return $this->data('POST', '/minutes/drafts', $uid, $input + self::input(), 201);
	}

	/**
	 * @param array<string, mixed> $draft as it is
	 * @param array<string, mixed> $changes
	 * @return array<string, mixed>
	 */
	private function write(array $draft, array $changes): array {
		return $this->data('PUT', "/minutes/drafts/{$draft['id']}", 'nadege', $changes + ['version' => $draft['version']]);
	}

	/** @return ?array{string, string} what the bell says of a draft, null where it says nothing any more */
	private function notified(int $draft, string $uid): ?array {
		$notification = $this->kernel->get(IManager::class)->createNotification()->setApp('reseau')->setUser($uid)->setSubject(MinutesNotifications::DRAFT)->setObject(MinutesNotifications::DRAFT, (string)$draft);
		try {
			$parsed = $this->kernel->get(MinutesNotifier::class)->prepare($notification, 'fr');
			return [$parsed->getParsedSubject(), $parsed->getParsedMessage()];
		} catch (AlreadyProcessedException) {
			return null;
		}
	}

	private function later(int $seconds): void {
		$this->kernel->clock->stopAt($this->kernel->clock->getTime() + $seconds);
	}

	private function rows(): int {
		return (int)$this->kernel->get(IDBConnection::class)->executeQuery('SELECT COUNT(*) FROM `*PREFIX*reseau_min_drafts`')->fetchOne();
	}
}
