<?php

declare(strict_types=1);

/**
 * SPDX-FileCopyrightText: 2026 Réseau contributors
 * SPDX-License-Identifier: AGPL-3.0-or-later
 */

namespace OCA\Reseau\Tests\Meeting;

use OCA\Reseau\Migration\Version000300Date20261129120000;
use OCA\Reseau\Migration\Version000300Date20261129121000;
use OCA\Reseau\Tests\Group\GroupTestCase;
use OCP\IConfig;
use OCP\IDBConnection;
use OCP\Migration\IOutput;
use PHPUnit\Framework\Attributes\DataProvider;
use PHPUnit\Framework\Attributes\Group;
use Sandbox\Service\Config;
use Sandbox\Service\Database;
use Sandbox\Service\Schema;
use Sandbox\Service\Store;

/** The one next meeting that a group had in a column of its own becomes the first of its meetings. */
#[Group('databases')]
final class MeetingMigrationTest extends GroupTestCase {
	private Database $db;

	protected function setUp(): void {
		parent::setUp();
		$this->finish();
		$this->comeIn('linh');
		$db = $this->kernel->get(IDBConnection::class);
		self::assertInstanceOf(Database::class, $db);
		$this->db = $db;
		$db->executeStatement('ALTER TABLE *PREFIX*reseau_groups ADD COLUMN meeting TEXT');
	}

	/** The tables are again what the next test starts with. */
	protected function tearDown(): void {
		$schema = new Schema($this->db);
		if ($schema->getTable('reseau_groups')->hasColumn('meeting')) {
			$schema->getTable('reseau_groups')->dropColumn('meeting');
			$schema->apply();
		}
		parent::tearDown();
	}

	/** As an upgrade does it. */
	private function upgrade(?string $meeting, string $serverZone = ''): void {
		$qb = $this->db->getQueryBuilder();
		$qb->update('reseau_groups')->set('meeting', $qb->createNamedParameter($meeting))->executeStatement();
		$config = new Config($this->kernel->get(Store::class), ['default_timezone' => $serverZone]);
		foreach ([new Version000300Date20261129120000($this->db, $config), new Version000300Date20261129121000()] as $step) {
			$schema = new Schema($this->db);
			$step->changeSchema($this->createStub(IOutput::class), static fn (): Schema => $schema, []);
			$schema->apply();
			$step->postSchemaChange($this->createStub(IOutput::class), fn (): Schema => new Schema($this->db), []);
		}
		self::assertFalse((new Schema($this->db))->getTable('reseau_groups')->hasColumn('meeting'));
	}

	/** @return list<array<string, mixed>> as its people see them */
	private function listed(): array {
		return $this->data('GET', "/groups/$this->group/meetings", 'linh')['meetings'];
	}

	private function zone(string $uid, string $zone): void {
		$this->kernel->get(IConfig::class)->setUserValue($uid, 'core', 'timezone', $zone);
	}

	public function testItIsKeptInTheTimeZoneOfTheFacilitator(): void {
		$this->zone('odile', 'America/Cayenne');
		$this->zone('linh', 'Europe/Paris');
		$this->upgrade('{"day":"2026-12-09","time":"18:30","place":"Salle du foyer","about":"La pompe"}');
		[$meeting] = $this->listed();
		unset($meeting['id']);
		self::assertSame([
			'title' => '', 'day' => '2026-12-09', 'time' => '18:30', 'endDay' => '2026-12-09', 'endTime' => null, 'zone' => 'America/Cayenne', 'starts' => '2026-12-09T21:30:00+00:00', 'ends' => null,
			'place' => 'Salle du foyer', 'agenda' => 'La pompe', 'showcased' => false, 'by' => null, 'over' => false, 'cancelled' => false, 'version' => 1,
		], $meeting);
		$changed = $this->data('PUT', "/groups/$this->group/meetings/{$this->listed()[0]['id']}", 'odile', ['day' => '2026-12-10', 'version' => 1]);
		self::assertSame('2026-12-10', $changed['day']);
	}

	/** @return iterable<string, array{string, string, string}> */
	public static function servers(): iterable {
		yield 'that of the server' => ['Europe/Paris', 'Europe/Paris', '2026-12-09T17:30:00+00:00'];
		yield 'none that is known' => ['Mars/Olympus', 'UTC', '2026-12-09T18:30:00+00:00'];
		yield 'none' => ['', 'UTC', '2026-12-09T18:30:00+00:00'];
	}

	#[DataProvider('servers')]
	public function testWithoutTheirsByThatOfTheServer(string $default, string $zone, string $starts): void {
		$this->upgrade('{"day":"2026-12-09","time":"18:30"}', $default);
		self::assertSame([[$zone, $starts]], array_map(static fn (array $one): array => [$one['zone'], $one['starts']], $this->listed()));
	}

	public function testAnHourThatComesTwiceIsTheFirst(): void {
		$this->zone('odile', 'Europe/Paris');
		$this->upgrade('{"day":"2027-10-31","time":"02:30"}');
		self::assertSame('2027-10-31T00:30:00+00:00', $this->listed()[0]['starts']);
	}

	public function testOneWithoutATimeTakesItsDay(): void {
		$this->zone('odile', 'Europe/Paris');
		$this->upgrade('{"day":"2027-03-28","time":null,"place":"","about":""}');
		[$meeting] = $this->listed();
		self::assertSame([null, '2027-03-28', null, false], [$meeting['time'], $meeting['endDay'], $meeting['starts'], $meeting['over']]);
		$row = $this->db->executeQuery('SELECT starts_at, ends_at FROM *PREFIX*reseau_meetings')->fetch();
		self::assertSame([gmmktime(23, 0, 0, 3, 27, 2027), gmmktime(22, 0, 0, 3, 28, 2027)], array_map(intval(...), array_values((array)$row)));
	}

	public function testOneThatIsOverIsPast(): void {
		$this->upgrade('{"day":"2026-10-09","time":"18:30","place":"","about":""}');
		self::assertSame([true], array_column($this->listed(), 'over'));
	}

	/** @return iterable<string, array{?string}> */
	public static function none(): iterable {
		yield 'nothing' => [null];
		yield 'an empty text' => [''];
		yield 'no JSON' => ['{"day":'];
		yield 'no object' => ['"2026-12-09"'];
		yield 'no day' => ['{"time":"18:30"}'];
		yield 'a day that does not exist' => ['{"day":"2026-02-30"}'];
	}

	#[DataProvider('none')]
	public function testWithoutADayThereIsNone(?string $meeting): void {
		$this->upgrade($meeting);
		self::assertSame([], $this->listed());
	}

	public function testWhatIsNoTimeIsLeftOut(): void {
		$this->upgrade('{"day":"2026-12-09","time":"vers 18 h"}');
		self::assertSame([null], array_column($this->listed(), 'time'));
	}

	/** An upgrade that broke off is run again. */
	public function testItExistsOnce(): void {
		$qb = $this->db->getQueryBuilder();
		$qb->update('reseau_groups')->set('meeting', $qb->createNamedParameter('{"day":"2026-12-09"}'))->executeStatement();
		$step = $this->kernel->get(Version000300Date20261129120000::class);
		for ($run = 0; $run < 2; $run++) {
			$step->postSchemaChange($this->createStub(IOutput::class), fn (): Schema => new Schema($this->db), []);
		}
		self::assertSame(1, (int)$this->db->executeQuery('SELECT COUNT(*) FROM *PREFIX*reseau_meetings')->fetchOne());
	}
}
