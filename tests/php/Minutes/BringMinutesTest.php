<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Minutes;

use OCA\Reseau\Tests\Group\GroupTestCase;
use OCA\Reseau\Tests\Orphans;
use OCP\IDBConnection;
use PHPUnit\Framework\Attributes\Group;

/** Minutes of a meeting, brought into the group that met. */
#[Group('databases')]
final class BringMinutesTest extends GroupTestCase {
	private const START = ['hash' => 'aa11bb22cc33dd44ee55ff66aa11bb22cc33dd44ee55ff66aa11bb22cc33dd44', 'title' => 'Réunion du 12 mars', 'plan' => '{"cards":[]}'];

	/** @param array<string, mixed> $changes */
	private function start(array $changes = [], string $uid = 'odile', ?int $group = null): array {
		return $this->data('POST', '/groups/' . ($group ?? $this->group) . '/minutes', $uid, $changes + self::START, 201);
	}

	/** @param array<string, mixed> $changes */
	private function save(array $minutes, array $changes, string $uid = 'odile'): array {
		return $this->data('PUT', "/groups/$this->group/minutes/{$minutes['id']}", $uid, $changes + ['version' => $minutes['version'], 'runner' => 'a']);
	}

	public function testATextIsBroughtIntoAGroupOnce(): void {
		$this->finish();
		$minutes = $this->start();
		self::assertSame(['making', '{"cards":[]}', ['name' => 'Odile', 'me' => true], false, 1], [$minutes['state'], $minutes['plan'], $minutes['by'], $minutes['running'], $minutes['version']]);
		$current = $this->assertRefused(409, 'already_imported', 'POST', "/groups/$this->group/minutes", 'odile', self::START)['current'];
		self::assertSame([$minutes['id'], 'Réunion du 12 mars'], [$current['id'], $current['title']]);
		// Another group met too, and after they are undone they may come again.
		$this->start(group: $this->make(['title' => 'Autre'])['id']);
		$this->save($minutes, ['state' => 'undone', 'last' => true]);
		self::assertCount(2, [$this->start(), ...array_slice($this->data('GET', "/groups/$this->group/minutes", 'odile'), 1)]);
	}

	public function testOnlyFacilitatorsOfTheGroup(): void {
		$this->finish();
		$this->comeIn('linh');
		$minutes = $this->start();
		foreach (['linh', 'yamina', 'nadege'] as $uid) {
			foreach ([['GET', ''], ['POST', ''], ['GET', "/{$minutes['id']}"], ['PUT', "/{$minutes['id']}"], ['DELETE', "/{$minutes['id']}"]] as [$method, $path]) {
				$this->assertRefused(403, 'not_yours', $method, "/groups/$this->group/minutes$path", $uid, $method === 'GET' ? null : self::START + ['version' => 1, 'runner' => 'x']);
			}
		}
		// Those of a group are not found in another.
		$other = $this->make(['title' => 'Autre'], 'linh')['id'];
		$this->assertRefused(404, 'not_found', 'GET', "/groups/$other/minutes/{$minutes['id']}", 'linh');
		// Any of its facilitators.
		$this->data('POST', "/groups/$this->group/facilitators", 'odile', ['memberId' => $this->cards['linh']['id']]);
		self::assertSame(['name' => 'Odile', 'me' => false], $this->data('GET', "/groups/$this->group/minutes/{$minutes['id']}", 'linh')['by']);
	}

	public function testOneRunAtATimeAndNoChangeFromAnOldState(): void {
		$this->finish();
		$minutes = $this->start();
		$saved = $this->save($minutes, ['plan' => '{"cards":[{"title":"Devis"}]}']);
		self::assertSame([true, 2], [$saved['running'], $saved['version']]);
		$path = "/groups/$this->group/minutes/{$minutes['id']}";
		$this->assertRefused(409, 'being_made', 'PUT', $path, 'odile', ['version' => 2, 'runner' => 'b']);
		$current = $this->assertRefused(409, 'stale_version', 'PUT', $path, 'odile', ['version' => 1, 'runner' => 'a'])['current'];
		self::assertSame('{"cards":[{"title":"Devis"}]}', $current['plan']);
		$this->kernel->clock->stopAt($this->kernel->clock->getTime() + 121);
		$saved = $this->save($saved, ['runner' => 'b', 'state' => 'made', 'last' => true]);
		self::assertSame(['made', false], [$saved['state'], $saved['running']]);
		$this->assertRefused(409, 'unknown_state', 'DELETE', $path, 'odile');
		// A state of imported minutes only.
		$this->assertRefused(400, 'unknown_state', 'PUT', $path, 'odile', ['version' => $saved['version'], 'runner' => 'a', 'state' => 'undoing']);
		$undone = $this->save($saved, ['state' => 'undone', 'last' => true]);
		$this->assertRefused(400, 'unknown_state', 'PUT', $path, 'odile', ['version' => $undone['version'], 'runner' => 'a', 'state' => 'made']);
		$this->assertRefused(400, 'runner_missing', 'PUT', $path, 'odile', ['version' => $undone['version']]);
		$this->assertRefused(400, 'version_missing', 'PUT', $path, 'odile', ['runner' => 'a']);
		$this->data('DELETE', $path, 'odile');
		self::assertSame([], $this->data('GET', "/groups/$this->group/minutes", 'odile'));
	}

	public function testNoAddressIsStored(): void {
		$this->finish();
		foreach (['odile@example.org', '06 12 34 56 78'] as $contact) {
			foreach ([['title' => "Réunion, $contact"], ['plan' => json_encode(['file' => ['text' => "Appeler $contact"]])]] as $changes) {
				$this->assertRefused(400, 'address_in_plan', 'POST', "/groups/$this->group/minutes", 'odile', $changes + self::START);
			}
		}
		foreach (['bad_plan' => '[]', 'wrong_type' => 3] as $reason => $plan) {
			$this->assertRefused(400, $reason, 'POST', "/groups/$this->group/minutes", 'odile', ['plan' => $plan] + self::START);
		}
		$this->assertRefused(400, 'wrong_type', 'POST', "/groups/$this->group/minutes", 'odile', ['hash' => 'x'] + self::START);
		$this->assertRefused(400, 'minutes_nameless', 'POST', "/groups/$this->group/minutes", 'odile', ['title' => ' '] + self::START);
	}

	public function testANameThatLeavesTheFolderOfTheGroupIsRefused(): void {
		$this->finish();
		$minutes = $this->start();
		foreach (['../Prive/x.md', '..', '/x.md', 'a\\..\\b', '.htaccess', "a\nb", '', null, ['x'], 3] as $name) {
			$plan = ['plan' => json_encode(['cards' => [], 'file' => ['name' => $name]], JSON_THROW_ON_ERROR)];
			self::assertSame('plan.file.name', $this->assertRefused(400, 'bad_plan', 'POST', "/groups/$this->group/minutes", 'odile', $plan + self::START)['field'] ?? 'plan.file.name');
			$this->assertRefused(400, 'bad_plan', 'PUT', "/groups/$this->group/minutes/{$minutes['id']}", 'odile', $plan + ['version' => 1, 'runner' => 'a']);
		}
	}

	public function testWhatWasCreatedStaysWithTheAccountThatSavedIt(): void {
		$this->finish();
		$this->comeIn('linh');
		$this->data('POST', "/groups/$this->group/facilitators", 'odile', ['memberId' => $this->cards['linh']['id']]);
		$card = static fn (string $id, string $at, mixed $by = null): array => ['title' => 'Devis', 'made' => ['id' => $id, 'at' => $at] + ($by === null ? [] : ['by' => $by, 'mine' => true])];
		$file = static fn (string $etag): array => ['file' => ['name' => 'CR.md', 'made' => ['id' => 'n9', 'etag' => $etag, 'sheet' => null]]];
		$plan = static fn (array $plan): array => ['plan' => json_encode($plan, JSON_THROW_ON_ERROR), 'last' => true];
		$mine = function (string $uid) use (&$minutes): array {
			$seen = json_decode($this->data('GET', "/groups/$this->group/minutes/{$minutes['id']}", $uid)['plan'], true, flags: JSON_THROW_ON_ERROR);
			self::assertStringNotContainsString('"by"', json_encode($seen, JSON_THROW_ON_ERROR));
			return array_column(array_column([...$seen['cards'], ...isset($seen['file']) ? [$seen['file']] : []], 'made'), 'mine');
		};
		$minutes = $this->save($this->start(), $plan(['cards' => [$card('n1', 'n100')]] + $file('na')));
		self::assertSame([[true, true], [false, false]], [$mine('odile'), $mine('linh')]);
		// Linh adds a card, and claims Odile's, as if Odile had saved them.
		$minutes = $this->save($minutes, $plan(['cards' => [$card('n1', 'n100', 'linh'), $card('n2', 'n100', 'odile')]] + $file('na')), 'linh');
		self::assertSame([[true, false, true], [false, true, false]], [$mine('odile'), $mine('linh')]);
		// She says that the card and the file are as they are now, for Odile's browser to remove them.
		$minutes = $this->save($minutes, $plan(['cards' => [$card('n1', 'n999'), $card('n2', 'n100')]] + $file('nb')), 'linh');
		self::assertSame([[false, false, false], [false, true, false]], [$mine('odile'), $mine('linh')]);
		// Odile's own later states stay hers.
		$minutes = $this->save($minutes, $plan(['cards' => [$card('n3', 'n1')]]));
		$minutes = $this->save($minutes, $plan(['cards' => [$card('n3', 'n2')]]));
		self::assertSame([[true], [false]], [$mine('odile'), $mine('linh')]);
	}

	public function testTheyGoWithTheGroup(): void {
		$this->start();
		$this->data('DELETE', "/groups/$this->group", 'odile');
		self::assertSame([], Orphans::find($this->kernel->get(IDBConnection::class)));
	}

	public function testAClosedGroupTakesNone(): void {
		$this->finish();
		$this->data('PUT', "/groups/$this->group/status", 'odile', ['status' => 'closed', 'version' => $this->seen('odile')['version']]);
		$this->assertRefused(409, 'group_closed', 'POST', "/groups/$this->group/minutes", 'odile', self::START);
	}
}
