<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Group;

use OCA\Reseau\Group\GroupExport;
use OCA\Reseau\Integration\ImportFile;
use PHPUnit\Framework\Attributes\DataProvider;

/** Groups from a file: what each row becomes, what a second import changes, and why a row is left out. */
class GroupImportTest extends GroupTestCase {
	private const MADE = ['made', ''];

	protected function setUp(): void {
		parent::setUp();
		$this->load([
			['id' => 'yvon', 'name' => 'Yvon', 'account' => false, 'consent' => ['date' => '2026-11-01', 'how' => 'Oral']],
			['id' => 'zoe', 'name' => 'Zoé', 'account' => false, 'consent' => ['date' => '2026-11-01', 'how' => 'Oral']],
		]);
	}

	/** @return iterable<string, array{mixed, string}> */
	public static function badGroups(): iterable {
		yield 'no id' => [['title' => 'Eau', 'purpose' => ''], 'id_missing'];
		yield 'an empty id' => [['id' => '', 'title' => 'Eau', 'purpose' => ''], 'id_missing'];
		yield 'a number as id' => [['id' => 3, 'title' => 'Eau', 'purpose' => ''], 'id_missing'];
		yield 'no title' => [['id' => 'eau', 'purpose' => ''], 'id_missing'];
		yield 'a blank title' => [['id' => 'eau', 'title' => ' ', 'purpose' => ''], 'id_missing'];
		yield 'a list as title' => [['id' => 'eau', 'title' => ['Eau'], 'purpose' => ''], 'id_missing'];
		yield 'a long id' => [['id' => str_repeat('é', 129), 'title' => 'Eau', 'purpose' => ''], 'too_long'];
		yield 'a long title' => [['id' => 'eau', 'title' => str_repeat('é', 256), 'purpose' => ''], 'too_long'];
	}

	#[DataProvider('badGroups')]
	public function testABadGroupIsLeftOutAndTheOthersAreImported(mixed $group, string $why): void {
		self::assertSame([['skipped', $why], self::MADE], $this->import($group, ['id' => 'air', 'title' => 'Air', 'purpose' => '']));
		self::assertSame(['Air', 'Eau de pluie'], $this->titles());
	}

	public function testTheLongestNamesAreImported(): void {
		self::assertSame([self::MADE], $this->import(['id' => str_repeat('é', 128), 'title' => str_repeat('é', 255), 'purpose' => '']));
	}

	public function testWhatAGroupIsAboutIsImportedAndExported(): void {
		$herault = ['code' => '34', 'kind' => 'departement', 'name' => 'Hérault'];
		$eau = ['id' => 'eau', 'title' => 'Eau', 'purpose' => '', 'seeks' => 'Un camion', 'terms' => ['permaculture'], 'territories' => [$herault], 'memberships' => []];
		self::assertSame([self::MADE], $this->import($eau));
		self::assertSame(['Un camion', ['permaculture'], [$herault]], $this->facts('Eau', 'seeks', 'terms', 'territories'));
		$exported = array_column($this->kernel->get(GroupExport::class)->export(), null, 'id');
		self::assertEquals($eau, array_intersect_key($exported['eau'], $eau));
		self::assertArrayNotHasKey('terms', $exported[array_key_first(array_diff_key($exported, ['eau' => 0]))]);
		self::assertSame([['skipped', 'unknown_term'], self::MADE], $this->import(['id' => 'feu', 'title' => 'Feu', 'purpose' => '', 'terms' => ['gardening']]));
		self::assertSame([['skipped', 'unknown_territory'], self::MADE], $this->import(['id' => 'air', 'title' => 'Air', 'purpose' => '', 'territories' => [['code' => '0', 'kind' => 'commune']]]));
	}

	public function testANewGroupIsAsInTheFile(): void {
		$mandate = ['mayAdvance' => ['Acheter une citerne'], 'mustNot' => ['S’endetter'], 'with' => ['La mairie']];
		$this->import(
			['id' => 'eau', 'title' => 'Eau', 'purpose' => 'La garder', 'mandate' => $mandate, 'status' => 'dormant', 'join' => 'private', 'channel' => ['kind' => 'link', 'value' => 'https://example.org/eau'],
				'memberships' => [['member' => 'yvon']]],
			['id' => 'air', 'title' => 'Air', 'purpose' => '', 'status' => 'closed', 'join' => 'open', 'channel' => ['kind' => 'mail', 'value' => 'air@example.org']],
			['id' => 'feu', 'title' => 'Feu', 'purpose' => '', 'status' => 'forming', 'channel' => ['kind' => 'talk', 'value' => 'abc']],
			['id' => 'terre', 'title' => 'Terre', 'purpose' => ['x']],
		);
		$eau = $this->seen('nadege', $this->id('Eau'));
		self::assertSame(['La garder', $mandate, 'dormant', 'private'], [$eau['purpose'], $eau['mandate'], $eau['status'], $eau['join']]);
		self::assertSame([['closed', 'open'], ['active', 'request'], ['active', 'request', '']], [
			$this->facts('Air', 'status', 'join'),
			$this->facts('Feu', 'status', 'join'),
			$this->facts('Terre', 'status', 'join', 'purpose'),
		]);
		$channels = array_column($this->table('reseau_groups'), 'channel', 'ref');
		self::assertSame(
			['{"kind":"link","value":"https://example.org/eau"}', '{"kind":"mail","value":"air@example.org"}', null, null],
			[$channels['eau'], $channels['air'], $channels['feu'], $channels['terre']],
		);
	}

	public function testOnlyTheLinesOfAMandateAreImported(): void {
		$deep = json_decode(str_repeat('[', 20) . '"x"' . str_repeat(']', 20), true);
		self::assertSame([self::MADE, self::MADE], $this->import(
			['id' => 'eau', 'title' => 'Eau', 'purpose' => '', 'mandate' => ['mayAdvance' => ['Creuser', 3, $deep], 'mustNot' => $deep, 'with' => 'La mairie']],
			['id' => 'air', 'title' => 'Air', 'purpose' => '', 'mandate' => 'Respirer'],
		));
		self::assertSame([['mayAdvance' => ['Creuser'], 'mustNot' => [], 'with' => ['La mairie']]], $this->facts('Eau', 'mandate'));
		self::assertSame([['mayAdvance' => [], 'mustNot' => [], 'with' => []]], $this->facts('Air', 'mandate'));
	}

	public function testAGroupWithABadChannelIsLeftOutAndTheOthersAreImported(): void {
		self::assertSame([['skipped', 'bad_channel'], self::MADE], $this->import(
			['id' => 'eau', 'title' => 'Eau', 'purpose' => '', 'channel' => ['kind' => 'link', 'value' => 'javascript:alert(1)']],
			['id' => 'air', 'title' => 'Air', 'purpose' => ''],
		));
		self::assertSame(['Air', 'Eau de pluie'], $this->titles());
	}

	public function testAMeetingIsSaidToHaveAFileOfItsOwn(): void {
		self::assertSame([['skipped', 'in_meetings_file'], self::MADE], $this->import(['id' => 'eau', 'title' => 'Eau', 'purpose' => '', 'meeting' => ['day' => '2026-12-09']]));
	}

	public function testASecondImportChangesTheTextsAndLeavesWhatPeopleDecide(): void {
		$group = ['id' => 'eau', 'title' => 'Eau', 'purpose' => 'La garder', 'join' => 'open'];
		self::assertSame([self::MADE], $this->import($group));
		self::assertSame([['unchanged', '']], $this->import($group));
		$again = ['status' => 'closed', 'join' => 'private', 'channel' => ['kind' => 'mail', 'value' => 'eau@example.org']];
		self::assertSame([['unchanged', '']], $this->import($again + $group));
		self::assertSame(['active', 'open'], $this->facts('Eau', 'status', 'join'));
		self::assertSame([['updated', '']], $this->import(['title' => 'Eau de source'] + $group));
		self::assertSame(['La garder'], $this->facts('Eau de source', 'purpose'));
		self::assertSame([['updated', '']], $this->import(['purpose' => 'La boire'] + $group));
		self::assertSame([['updated', '']], $this->import(['mandate' => ['mayAdvance' => ['Creuser'], 'mustNot' => [], 'with' => []], 'purpose' => 'La boire'] + $group));
	}

	/** @return iterable<string, array{mixed, string}> */
	public static function badMemberships(): iterable {
		yield 'a text' => ['yvon', 'unknown_member'];
		yield 'nobody' => [['role' => 'membre'], 'unknown_member'];
		yield 'a number' => [['member' => 3], 'unknown_member'];
		yield 'a stranger' => [['member' => 'personne'], 'unknown_member'];
		foreach (['from', 'until', 'left', 'facilitatesUntil'] as $day) {
			yield $day => [['member' => 'yvon', $day => '2026-02-30'], "bad_date $day"];
		}
		foreach (['role', 'hours'] as $text) {
			yield "a long $text" => [['member' => 'yvon', $text => str_repeat('é', 256)], "too_long $text"];
			yield "a list as $text" => [['member' => 'yvon', $text => ['x']], "too_long $text"];
		}
	}

	#[DataProvider('badMemberships')]
	public function testABadMembershipIsLeftOutAndTheOthersAreImported(mixed $row, string $why): void {
		self::assertSame([self::MADE, ['skipped', $why], self::MADE], $this->import(['id' => 'eau', 'title' => 'Eau', 'purpose' => '', 'memberships' => [$row, ['member' => 'zoe']]]));
		self::assertSame(['Zoé'], array_keys($this->rosterOf('Eau')));
	}

	public function testAMembershipIsAsInTheFile(): void {
		$engagement = [
			'role' => str_repeat('é', 255), 'commitment' => 'Les citernes', 'hours' => str_repeat('à', 255), 'from' => '2026-12-01', 'until' => '2027-03-01',
			'limits' => 'Pas le soir', 'facilitatesUntil' => '2027-03-31',
		];
		$group = ['id' => 'eau', 'title' => 'Eau', 'purpose' => '', 'facilitators' => ['yvon'], 'memberships' => [['member' => 'yvon'] + $engagement, ['member' => 'zoe', 'facilitatesUntil' => '2027-01-01', 'role' => '', 'hours' => '']]];
		self::assertSame([self::MADE, self::MADE, self::MADE], $this->import($group));
		$stored = array_column($this->table('reseau_memberships'), null, 'facilitates_until');
		$names = ['role', 'commitment', 'hours', 'from_date', 'until_date', 'limits', 'left_date', 'exit_note', 'state'];
		$of = static fn (array $row): array => array_map(static fn (string $name): mixed => $row[$name], $names);
		self::assertSame([$engagement['role'], 'Les citernes', $engagement['hours'], '2026-12-01', '2027-03-01', 'Pas le soir', null, null, 'active'], $of($stored['2027-03-31']));
		self::assertSame([true, false], [(bool)$stored['2027-03-31']['facilitates'], (bool)$stored['']['facilitates']], 'who does not facilitate has no day until which they do');
		self::assertSame([null, null, null, null, null, null, null, null, 'active'], $of($stored['']));

		self::assertSame([['unchanged', ''], ['unchanged', ''], ['unchanged', '']], $this->import($group));
		$group['memberships'][1] = ['member' => 'zoe', 'left' => '2026-11-20', 'exitNote' => 'Servez-vous.'];
		self::assertSame([['unchanged', ''], ['unchanged', ''], ['updated', '']], $this->import($group));
		$left = array_values(array_filter($this->table('reseau_memberships'), static fn (array $row): bool => $row['state'] === 'left'));
		self::assertSame([['2026-11-20', 'Servez-vous.']], array_map(static fn (array $row): array => [$row['left_date'], $row['exit_note']], $left));
		// People who left stay out, whatever an older file says.
		$group['memberships'][1] = ['member' => 'zoe', 'role' => 'membre'];
		self::assertSame([['unchanged', ''], ['unchanged', ''], ['unchanged', '']], $this->import($group));
		self::assertCount(1, array_filter($this->table('reseau_memberships'), static fn (array $row): bool => $row['state'] === 'left'));
	}

	/** @return list<array{string, string}> outcome of each row, and why */
	private function import(mixed ...$groups): array {
		$report = $this->kernel->get(ImportFile::class)->loadData(array_values($groups));
		return array_map(static fn (array $row): array => [$row['outcome'], $row['why']], $report->rows());
	}

	/** @return list<string> */
	private function titles(): array {
		return array_column($this->data('GET', '/groups', 'nadege'), 'title');
	}

	private function id(string $title): int {
		return (int)array_column($this->table('reseau_groups'), 'id', 'title')[$title];
	}

	/** @return list<mixed> */
	private function facts(string $title, string ...$names): array {
		$group = $this->seen('nadege', $this->id($title));
		return array_map(static fn (string $name): mixed => $group[$name], $names);
	}

	/** @return array<string, array<string, mixed>> */
	private function rosterOf(string $title): array {
		$this->group = $this->id($title);
		return $this->roster('nadege');
	}

	/** @return list<array<string, mixed>> */
	private function table(string $name): array {
		$qb = $this->kernel->get(\OCP\IDBConnection::class)->getQueryBuilder();
		return $qb->select('*')->from($name)->orderBy('id')->executeQuery()->fetchAll();
	}
}
